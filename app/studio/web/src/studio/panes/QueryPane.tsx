export function QueryPane() {
  return <section aria-label="Query" />;
}
