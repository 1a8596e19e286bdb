// Sentences that the embedded writer makes good rooms of. Each was tried with its seed.

export interface Example {
  title: string;
  text: string;
  seed: number;
}

export const examples: readonly Example[] = [
  { title: "Living room", text: "a cosy living room with a sofa, an armchair, a rug in front of the sofa and two potted plants", seed: 1 },
  { title: "Bedroom", text: "a bedroom with a double bed, two nightstands with lamps, a wardrobe and a desk by the window", seed: 1 },
  { title: "Kitchen", text: "a kitchen with a dining table, four chairs around it, a fridge, a stove and a bowl of fruit on the table", seed: 1 },
  { title: "Study", text: "a study with a desk facing the window, a bookshelf full of books, a reading chair and a lamp", seed: 1 },
  { title: "Children's room", text: "a children's room with a bunk bed, a toy chest, a small desk with a chair and a round rug", seed: 1 },
  { title: "Meeting room", text: "a meeting room with a long table, eight chairs around it, a whiteboard and a plant in the corner", seed: 1 },
];
