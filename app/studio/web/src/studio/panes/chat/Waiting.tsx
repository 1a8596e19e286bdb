// What was said and not yet done: each sentence in its order, to be taken back as long as it waits.

import { Clock, Play, Undo2 } from "lucide-react";
import type { WaitingSentence } from "../../../protocol";
import { Button } from "../../parts";

/** @param held nothing runs: the sentences wait until the person lets them go on */
export function Waiting({ waiting, held, onTakeBack, onGoOn }: { waiting: readonly WaitingSentence[]; held: boolean; onTakeBack: (sentence: WaitingSentence) => void; onGoOn: () => void }) {
  return (
    <>
      {waiting.map((sentence, index) => (
        <li key={sentence.id} className="chat-turn chat-waiting">
          <p className="chat-said">{sentence.said}</p>
          <div className="chat-waits">
            <Clock size={12} aria-hidden />
            <span>{held ? "Not done yet" : index === 0 ? "Next" : "Waits"}</span>
            <Button size="small" icon={Undo2} onPress={() => onTakeBack(sentence)} label={`Take back: ${sentence.said}`}>
              Take back
            </Button>
            {held && index === 0 && (
              <Button size="small" icon={Play} onPress={onGoOn}>
                {waiting.length === 1 ? "Do it now" : `Do these ${waiting.length} now`}
              </Button>
            )}
          </div>
        </li>
      ))}
    </>
  );
}
