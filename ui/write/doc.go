// Package write has the screen *write or copy*: what of the record is wanted, as what, and whether as a file.
//
//	WHAT                        AS
//	  the event                 ▌ Markdown
//	  2 marked events             YAML
//	▌ 12 that match               CSV
//
//	  to a file         yermak.md
//	  the command line  dateline --filter actor:yermak
//
// A [Menu] has two groups of which in each one row is chosen, and below them a row for a file and one for the command
// that shows this view. What is chosen is made by package export, outside of the loop: the menu returns that as work,
// whose answer has its number.
//
// It opens no file: what puts text into one it is handed, as a [Put]. It knows no clipboard and no keys.
//
//	var m write.Menu
//	m.Open(s, "events.yaml", "dateline events.yaml", false)
//	m.Move(1)
//	work := m.Copy(s, 75_000)
package write
