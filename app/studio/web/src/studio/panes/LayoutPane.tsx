export function LayoutPane() {
  return <section aria-label="Layout" />;
}
