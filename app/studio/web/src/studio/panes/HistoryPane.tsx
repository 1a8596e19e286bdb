export function HistoryPane() {
  return <section aria-label="History" />;
}
