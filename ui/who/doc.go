// Package who has the rail and the picker: who takes part in what is shown, what happens there and how sure it is, with
// how many events each would give under the other parts of the filter.
//
//	WHO   find: yer▏                  the picker, which is below the title on screens without a rail,
//	▌✓ Yermak        ··▃█▃··  5       and on others the rail with the keys in it
//	   Rubio         ···▅···  2
//	 ─ not with Yermak ───────
//	   Lavrov        ·▃·····  0
//
// A [Who] is both. While it has the keys, the session previews what would be left, and either keeps that or takes it
// back: see [Who.Keep] and [Who.Cancel].
//
// It is not the page of one actor, which is in package pane, and it holds no filter of its own: what is ticked becomes
// the query line that package session holds.
//
//	var w who.Who
//	w.Open(s, rail)
//	w.Arrange(s, theme, size)
//	rows := w.Draw(theme, size)
package who
