// Sentences that the embedded writer makes good rooms of. Each was tried with its seed.

export interface Example {
  title: string;
  text: string;
  seed: number;
}

export const examples: readonly Example[] = [
  { title: "Living room", text: "a cosy living room with a sofa, an armchair, a coffee table on a rug, a floor lamp and a potted plant", seed: 1 },
  { title: "Bedroom", text: "a bedroom with a double bed, two nightstands with lamps, a wardrobe and a desk by the window", seed: 1 },
  { title: "Kitchen", text: "a kitchen with a dining table, four chairs around it, a fridge, a stove and a bowl of fruit on the table", seed: 1 },
  { title: "Study", text: "a study with a desk facing the window, a laptop and a lamp on the desk, an office chair, a bookcase and an armchair", seed: 1 },
  { title: "Dining room", text: "a dining room with a round table, six chairs around it, a vase of flowers on the table, a sideboard and a chandelier", seed: 1 },
  { title: "Meeting room", text: "a meeting room with a long table, eight chairs around it, a whiteboard and a plant in the corner", seed: 1 },
];
