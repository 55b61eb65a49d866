// Package yamltree asks small questions of trees of YAML nodes, and moves them to their place in the file.
//
// Package yamldoc reads a broken text part by part. yaml.v3 counts the lines and columns of each part from its own
// beginning, so a tree is moved once it is known where the part stands: down (MoveDown), within its first line
// (MoveRight), or what comes after a list that was read by itself (MoveTail). An anchor or alias in a part may be tied
// to another part, and then neither can be read alone (IsTied).
//
// A text may be YAML and yet not say what its writer meant: a field that has slipped to the margin takes the events
// below it for its value. Swallows finds such a value by the events within it. Which of its lines has slipped is not
// known here, since nodes do not show it.
//
// Width is what a problem underlines: how far a node reaches in its first line, which the node does not say itself.
//
// What was salvaged of a record that is broken everywhere would fill the memory as nodes. So it is packed until it is
// read (Pack).
//
// Nothing here reports a problem or reads a text as YAML. The trees are walked by recursion, as deep as package yamldoc
// lets a text be.
package yamltree
