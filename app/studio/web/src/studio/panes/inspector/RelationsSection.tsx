// The relations that the selection is part of.

import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { withNames } from "../../../naming";
import type { SceneRelation } from "../../../protocol";
import { Badge, Button, IconButton, Section } from "../../parts";
import { edit, useStudio } from "../../state/studio";
import { goToLine } from "../program/openEditors";
import { RelationForm } from "../relations/RelationForm";

export function RelationsSection({ paths }: { paths: readonly string[] }) {
  const relations = useStudio((now) => now.scene?.relations);
  const [adding, setAdding] = useState(false);
  const own = (relations ?? []).filter((relation) => relation.paths.some((path) => paths.some((selected) => path === selected || path.startsWith(`${selected}/`))));
  return (
    <Section title={own.length === 0 ? "Relations" : `Relations (${own.length})`}>
      {own.length === 0 && <p className="pane-note muted">The program states no relation of this.</p>}
      <ul className="plain-list">
        {own.map((relation) => (
          <RelationRow key={relation.index} relation={relation} />
        ))}
      </ul>
      {adding ? (
        <RelationForm first={paths} onClose={() => setAdding(false)} />
      ) : (
        <Button size="small" icon={Plus} onPress={() => setAdding(true)}>
          Add a relation
        </Button>
      )}
    </Section>
  );
}

export function RelationRow({ relation }: { relation: SceneRelation }) {
  const nodes = useStudio((now) => now.scene?.nodes) ?? [];
  const { line } = relation;
  return (
    <li className="list-row">
      <code className="cut grow" title={withNames(nodes, relation.text)}>
        {relation.text}
      </code>
      {relation.hard && <Badge tone="accent">must hold</Badge>}
      {line !== null && (
        <button type="button" className="link numbers" onClick={() => goToLine(line)} aria-label={`${relation.text}: show line ${line} of the program`}>
          line {line}
        </button>
      )}
      <IconButton
        label={`Remove ${relation.text}`}
        icon={Trash2}
        size="small"
        placement="left"
        onPress={() => void edit([{ kind: "drop-relation", relation: relation.text }])}
      />
    </li>
  );
}
