export function InspectorPane() {
  return <section aria-label="Inspector" />;
}
