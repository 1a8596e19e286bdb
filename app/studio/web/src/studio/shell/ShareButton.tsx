import { FileCode, Link, Share2 } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { MenuButton } from "../parts";
import { toast, useStudio } from "../state/studio";
import { saveExport } from "./jobs/exporting";
import { tellFailure } from "./jobs/jobStore";

/** The address for those who reach this studio, or one file for all others. */
export function ShareButton({ isDisabled }: { isDisabled: boolean }) {
  const shared = useStudio((now) => now.session?.shared ?? false);
  return (
    <MenuButton
      label="Share"
      placement="bottom end"
      entries={[
        { id: "address", label: "Copy the address", icon: Link, note: shared ? "For yourself, on another machine" : "It opens on this machine, while the studio runs" },
        { id: "page", label: "Save as a web page", icon: FileCode, note: "One file that shows the scene, for anybody" },
      ]}
      onAction={(id) => void (id === "page" ? savePage() : copyAddress())}
    >
      <AriaButton className="button default medium" isDisabled={isDisabled}>
        <Share2 size={14} aria-hidden />
        Share
      </AriaButton>
    </MenuButton>
  );
}

async function copyAddress(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    toast("success", "The address of this page is copied.");
  } catch {
    toast("error", `The browser does not let the page copy. The address is ${location.href}`);
  }
}

async function savePage(): Promise<void> {
  try {
    await saveExport({ format: "html" });
    toast("info", "The page is made. It is saved when it is there.");
  } catch (error) {
    tellFailure(error);
  }
}
