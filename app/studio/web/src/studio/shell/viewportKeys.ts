// The keys of the viewport, for the dialog of shortcuts.

export const viewportKeys: { title: string; keys: { shown: string; what: string }[] }[] = [
  {
    title: "Change things",
    keys: [
      { shown: "G", what: "Move; then X, Y or Z, and a number" },
      { shown: "R", what: "Turn; then a number of degrees" },
      { shown: "S", what: "Scale; then a factor" },
      { shown: "Shift+D", what: "Make a copy and move it" },
      { shown: "Del, X", what: "Delete" },
      { shown: "Ctrl", what: "While dragging: turn snapping around" },
      { shown: "Alt", what: "While dragging: drag a copy" },
    ],
  },
  {
    title: "Select and hide",
    keys: [
      { shown: "A", what: "Select all" },
      { shown: "Alt+A", what: "Select nothing" },
      { shown: "H", what: "Hide" },
      { shown: "Shift+H", what: "Hide all else" },
      { shown: "Alt+H", what: "Show all" },
    ],
  },
  {
    title: "Look",
    keys: [
      { shown: "F", what: "At the selection" },
      { shown: "Home", what: "At the whole scene" },
      { shown: "7", what: "From the top: the plan" },
      { shown: "1, 3", what: "From the front, from the right" },
      { shown: "Alt+1, Alt+3", what: "From the back, from the left" },
      { shown: "5", what: "Perspective or straight" },
      { shown: "0", what: "Through the scene's camera" },
      { shown: "M", what: "Measure" },
      { shown: "Shift+W", what: "Walk" },
    ],
  },
];
