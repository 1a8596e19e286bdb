// The choice of who answers the chat.

import { BrainCircuit, MessageSquareText } from "lucide-react";
import { PopoverButton, Segmented, TextField } from "../../parts";
import { useStudio } from "../../state/studio";
import { answeringModel, chooseAnswerer, modelsOffered, namesModel, useAnswerer } from "./answerer";
import { ModelPlaceNote } from "./ModelPlaceNote";

export function AnswererButton() {
  const models = useStudio((now) => now.session?.models);
  const choice = useAnswerer();
  if (!modelsOffered(models)) return null;
  const name = answeringModel(choice, models);
  const byModel = choice.editor === "model";
  return (
    <PopoverButton
      label="Who answers"
      icon={byModel ? BrainCircuit : MessageSquareText}
      text={byModel ? (name ?? "A model") : "Embedded editor"}
      placement="top start"
      className="chat-answerer"
    >
      <div className="stack writer-pane">
        <Segmented
          label="Who answers"
          value={choice.editor}
          onChange={(editor) => chooseAnswerer({ editor })}
          options={[
            { id: "embedded", label: "Embedded" },
            { id: "model", label: "A language model" },
          ]}
        />
        {byModel ? (
          <>
            {models!.any && (
              <TextField
                label="Model"
                value={choice.model}
                maxLength={200}
                placeholder={models!.own ?? "ollama:qwen3"}
                note={models!.own === null ? "The provider and the name of the model, with a colon between the two." : "Left empty, it is the one of the studio."}
                error={choice.model.trim() === "" || namesModel(choice.model) ? null : "Write provider:name, such as ollama:qwen3."}
                onChange={(model) => chooseAnswerer({ model })}
              />
            )}
            <ModelPlaceNote models={models!} name={name} />
            <p className="field-note muted">It is shown the program and what you say. What a change brings about is measured before it is made, in one step.</p>
          </>
        ) : (
          <p className="field-note muted">It reads English, needs no key and sends nothing anywhere.</p>
        )}
      </div>
    </PopoverButton>
  );
}
