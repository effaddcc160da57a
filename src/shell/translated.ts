// Text under a translator. A browser's translator puts an element or another text node in the place of a text node; the
// program goes on writing to the node that it drew. What the program writes there is shown in the place of the
// translation, which the translator then translates again.

/** Returns the node that a translator put in the place of a removed text node; undefined if there is none. */
const standInOf = ({ addedNodes, previousSibling, nextSibling }: MutationRecord): Node | undefined =>
  addedNodes.length === 1
    ? addedNodes[0]
    : [previousSibling, nextSibling].find((node) => node?.nodeName === "FONT") ?? undefined;

/** Shows below `root` what the program writes to text nodes that a translator replaced. */
export const followTranslator = (root: Node): void => {
  const standIns = new WeakMap<Node, Node>();
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      const { type, target, removedNodes } = record;
      if (type === "characterData") {
        const standIn = target.isConnected ? undefined : standIns.get(target);
        if (standIn) standIn.textContent = (target as Text).data;
        continue;
      }
      const [text] = removedNodes;
      const standIn = text instanceof Text ? standInOf(record) : undefined;
      if (!text || !standIn) continue;
      standIns.set(text, standIn);
      observer.observe(text, { characterData: true });
    }
  });
  observer.observe(root, { childList: true, subtree: true });
};
