// The line at the foot of the viewport that says what a hand is doing, by how much, and which keys help.

export class Readout {
  private readonly box: HTMLElement;
  private readonly main: HTMLElement;
  private readonly hint: HTMLElement;
  private readonly wrong: HTMLElement;

  constructor(layer: HTMLElement) {
    const make = (name: string): HTMLElement => {
      const element = layer.ownerDocument.createElement("div");
      element.className = name;
      return element;
    };
    this.box = make("sw-readout");
    this.main = make("sw-readout-main");
    this.hint = make("sw-readout-hint");
    this.wrong = make("sw-readout-wrong");
    // numbers that run would be read out without end; what is wrong is said
    this.box.setAttribute("role", "group");
    this.box.setAttribute("aria-label", "Transform");
    this.wrong.setAttribute("role", "alert");
    this.box.append(this.main, this.wrong, this.hint);
    this.box.hidden = true;
    layer.append(this.box);
  }

  show(main: string, hint = "", wrong = ""): void {
    this.box.hidden = false;
    this.main.textContent = main;
    this.hint.textContent = hint;
    this.hint.hidden = hint === "";
    if (this.wrong.textContent !== wrong) this.wrong.textContent = wrong;
    this.wrong.hidden = wrong === "";
  }

  hide(): void {
    this.box.hidden = true;
    this.wrong.textContent = "";
  }
}
