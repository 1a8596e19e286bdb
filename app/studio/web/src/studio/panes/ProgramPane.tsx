export function ProgramPane() {
  return <section aria-label="Program" />;
}
