// Help on a name of the language, as elements of the page.

import type { LanguageEntry } from "../../api/language";

export function helpOf(entry: LanguageEntry): HTMLElement {
  const help = element("div", "program-help");
  for (const call of entry.calls.slice(0, 3)) help.append(element("code", "program-help-call", call));
  for (const paragraph of entry.meaning) help.append(element("p", "", plain(paragraph)));
  const listed = entry.arguments.filter(({ meaning }) => meaning !== "").slice(0, 12);
  if (listed.length > 0) {
    const list = element("dl", "");
    for (const { name, default: value, meaning } of listed) {
      list.append(element("dt", "", value === null ? name : `${name} = ${value}`), element("dd", "", plain(cut(meaning))));
    }
    help.append(list);
  }
  if (entry.returns !== "") help.append(element("p", "muted", `Gives: ${plain(entry.returns)}`));
  return help;
}

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}

function plain(text: string): string {
  return text.replaceAll("`", "");
}

function cut(text: string): string {
  return text.length > 240 ? `${text.slice(0, 239)}…` : text;
}
