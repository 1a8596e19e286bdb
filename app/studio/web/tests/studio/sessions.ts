// Sessions of scenes, for tests of what a page does when it goes from one to another.

export const session = (id: string) => ({
  id,
  scene: { id: "place", title: "kitchen", opened: 0, changed: 0, pictured: 0 },
  sceneGone: false,
  interface: {},
  user: null,
  shared: false, models: { own: null, address: null, any: false, keyed: [] },
});
