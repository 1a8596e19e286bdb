export function ChatPane() {
  return <section aria-label="Chat" />;
}
