// Listeners of one kind of event each. A listener that fails keeps none of the others from hearing it.

export class Emitter<Events extends { [K in keyof Events]: (...values: never[]) => void }> {
  private readonly listeners = new Map<keyof Events, Set<Events[keyof Events]>>();

  on<K extends keyof Events>(event: K, listener: Events[K]): () => void {
    let all = this.listeners.get(event);
    if (all === undefined) this.listeners.set(event, (all = new Set()));
    all.add(listener);
    return () => void all.delete(listener);
  }

  emit<K extends keyof Events>(event: K, ...values: Parameters<Events[K]>): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) {
      try {
        (listener as (...all: Parameters<Events[K]>) => void)(...values);
      } catch (error) {
        console.error(`a listener of '${String(event)}' failed`, error);
      }
    }
  }

  clear(): void {
    this.listeners.clear();
  }
}
