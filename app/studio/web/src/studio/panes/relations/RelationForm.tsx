// Adds a relation: its kind, and what it holds between. A thing is picked from the list, or by a click in the viewport or the outliner.

import { Crosshair } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { language, type LanguageEntry } from "../../api/language";
import { Button, Notice, NumberField, SelectField, Spinner, Switch, ToggleIconButton } from "../../parts";
import { edit, useStudio } from "../../state/studio";
import { fieldsOf, missingFields, relationEdit, type RelationField } from "./forms";
import { ThingField } from "./ThingField";

export function RelationForm({ first, onClose }: { first: readonly string[]; onClose: () => void }) {
  const [relations, setRelations] = useState<LanguageEntry[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [name, setName] = useState<string>("near");
  const [values, setValues] = useState<Record<string, string>>({ a: first[0] ?? "", b: first[1] ?? "", items: first.join("\n") });
  const [hard, setHard] = useState(false);
  const [busy, setBusy] = useState(false);
  const [picking, setPicking] = useState<string | null>(null);

  useEffect(() => {
    language()
      .then((known) => setRelations(known.entries.filter((entry) => entry.kind === "relation")))
      .catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
  }, []);

  // the next thing that is selected anywhere on the page is what is picked
  useEffect(() => {
    if (picking === null) return;
    return useStudio.subscribe((now, before) => {
      const path = now.selection[0];
      if (now.selection === before.selection || path === undefined) return;
      setValues((old) => ({ ...old, [picking]: picking === "items" ? joined(old["items"] ?? "", now.selection) : path }));
      setPicking(null);
    });
  }, [picking]);

  const entry = relations?.find((each) => each.name === name);
  const fields = useMemo(() => (entry === undefined ? [] : fieldsOf(entry)), [entry]);
  if (problem !== null) return <Notice tone="bad">{problem}</Notice>;
  if (relations === null || entry === undefined) return <Spinner label="The relations are being loaded" />;
  const missing = missingFields(fields, values);

  const add = async () => {
    setBusy(true);
    const outcome = await edit([relationEdit(entry, values, hard)]);
    setBusy(false);
    if (outcome.ok) onClose();
    else setProblem(null);
  };

  return (
    <form
      className="relation-form"
      aria-label="Add a relation"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.length === 0) void add();
      }}
    >
      <SelectField
        label="Relation"
        value={name}
        onChange={setName}
        options={relations.map((each) => ({ id: each.name, label: each.name.replaceAll("_", " "), note: plain(each.meaning[0] ?? "") }))}
      />
      <p className="pane-note muted">{plain(entry.meaning.join(" "))}</p>
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={values[field.name] ?? ""}
          onChange={(value) => setValues({ ...values, [field.name]: value })}
          picks={picking === field.name}
          onPick={(picks) => setPicking(picks ? field.name : null)}
        />
      ))}
      <Switch isSelected={hard} onChange={setHard}>
        The layout must keep it
      </Switch>
      <div className="button-row">
        <Button type="submit" variant="primary" size="small" isPending={busy} isDisabled={missing.length > 0}>
          Add
        </Button>
        <Button size="small" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function Field({
  field,
  value,
  onChange,
  picks,
  onPick,
}: {
  field: RelationField;
  value: string;
  onChange: (value: string) => void;
  picks: boolean;
  onPick: (picks: boolean) => void;
}) {
  const optional = field.default === null ? "" : " (optional)";
  switch (field.kind) {
    case "thing":
    case "things":
      return (
        <div className="thing-row">
          <ThingField label={field.kind === "things" ? "Things, one a line" : `Thing ${field.name}${optional}`} several={field.kind === "things"} value={value} onChange={onChange} />
          <ToggleIconButton
            label={picks ? "Now select it in the viewport or the outliner" : "Pick it in the viewport"}
            icon={Crosshair}
            outlined
            isSelected={picks}
            onChange={onPick}
          />
        </div>
      );
    case "choice":
      return (
        <SelectField
          label={`${sentence(field.name)}${optional}`}
          value={value === "" ? (optional === "" ? null : "any") : value}
          onChange={(id) => onChange(id === "any" ? "" : id)}
          options={[...(optional === "" ? [] : [{ id: "any", label: "any" }]), ...field.choices.map((id) => ({ id, label: id.replaceAll("_", " ") }))]}
        />
      );
    case "number": {
      const start = field.default === null || field.default === "None" ? Number.NaN : Number(field.default);
      return (
        <NumberField
          label={`${{ lo: "At least", hi: "At most" }[field.name] ?? sentence(field.name)}${optional}`}
          value={value === "" ? start : Number(value)}
          onChange={(number) => onChange(Number.isFinite(number) ? String(number) : "")}
          unit="m"
          step={0.1}
          min={0}
        />
      );
    }
    default:
      return <ThingField label={sentence(field.name)} several={false} value={value} onChange={onChange} />;
  }
}

function joined(before: string, paths: readonly string[]): string {
  return [...new Set([...before.split("\n").filter((each) => each !== ""), ...paths])].join("\n");
}

function sentence(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll("_", " ");
}

function plain(text: string): string {
  return text.replaceAll("`", "");
}
