// What is typed and not sent yet, kept for the page that is loaded anew in the same tab.

const key = (session: string) => `scenewright-chat-${session}`;

export function unsentText(session: string): string {
  try {
    return sessionStorage.getItem(key(session)) ?? "";
  } catch {
    return ""; // a browser that keeps nothing
  }
}

export function keepUnsent(session: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(key(session));
    else sessionStorage.setItem(key(session), text);
  } catch {
    // a browser that keeps nothing
  }
}

/** A text that could not be sent, or was taken back, before what was typed since. */
export function putBack(text: string, typed: string): string {
  return typed.trim() === "" ? text : `${text}\n${typed}`;
}
