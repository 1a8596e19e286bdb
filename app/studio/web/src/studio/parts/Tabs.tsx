import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components";

export interface TabItem {
  id: string;
  label: string;
  icon?: LucideIcon;
  /** A number that asks for attention; 0: none. */
  count?: number;
  content: ReactNode;
}

/** Tabs whose panels all stay mounted, so that an editor or a dialogue keeps its state. */
export function Tabs({
  label,
  tabs,
  selected,
  onSelect,
  actions,
  className = "",
}: {
  label: string;
  tabs: readonly TabItem[];
  selected: string;
  /** Called with each press, also of the tab that is in front. */
  onSelect: (id: string) => void;
  /** Stands at the end of the bar. */
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <AriaTabs className={`tabs ${className}`} selectedKey={selected} onSelectionChange={(key) => onSelect(String(key))}>
      <div className="tabs-bar">
        <TabList className="tab-list" aria-label={label}>
          {tabs.map(({ id, label: name, icon: Icon, count = 0 }) => (
            <Tab key={id} id={id} className="tab" onClick={() => onSelect(id)}>
              {Icon && <Icon size={14} aria-hidden />}
              <span className="tab-name">{name}</span>
              {count > 0 && <span className="tab-count">{count}</span>}
            </Tab>
          ))}
        </TabList>
        {actions}
      </div>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="tab-panel" shouldForceMount>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
