import { FolderOpen, Images, ScanLine, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { FilesDialog, type FilesFor } from "./FilesDialog";

const cards: { id: FilesFor; title: string; text: string; icon: LucideIcon }[] = [
  { id: "scene", title: "Open a folder", text: "A scene folder, a program or the reply of a model", icon: FolderOpen },
  { id: "pictures", title: "From pictures", text: "Photographs of a thing or a room become Gaussian splats", icon: Images },
  { id: "capture", title: "From a capture", text: "A video, a zip, a folder with cameras, or a file of splats", icon: ScanLine },
];

export function BeginCards() {
  const [open, setOpen] = useState<FilesFor | null>(null);
  return (
    <section className="begin" aria-label="Begin with files">
      {cards.map(({ id, title, text, icon: Icon }) => (
        <button key={id} type="button" className="begin-card" onClick={() => setOpen(id)}>
          <span className="begin-icon">
            <Icon size={18} aria-hidden />
          </span>
          <span>
            <strong>{title}</strong>
            <span className="muted">{text}</span>
          </span>
        </button>
      ))}
      <FilesDialog kind={open} onClose={() => setOpen(null)} />
    </section>
  );
}
