// Package query is the language in which events are asked for: one line of text, which people type, keys and clicks
// edit, and the command line takes.
//
//	q, err := query.Parse(`actor:yermak,budanov since:2025-07 NOT "security guarantees"`)
//	q = q.Only(query.ByActor, "rubio")
//	fmt.Println(q) // actor:rubio since:2025-07 -"security guarantees"
//
// The grammar, where AND, OR and NOT are operators only as whole words in capitals:
//
//	query        = [ alternatives ]                         nothing asks for every event
//	alternatives = conjunction { ( "OR" | "|" ) conjunction }
//	conjunction  = part { [ "AND" ] part }                  parts side by side: all of them
//	part         = ( "NOT" | "-" ) part | "(" alternatives ")"
//	             | key ":" value { "," value }              any of the values
//	             | phrase                                   whole words in a row
//	             | word                                     words that begin so
//	value        = phrase | word without commas             but a date may be an EDTF set, which has commas
//	phrase       = '"' text '"'                             \" is a quote in it, \\ a backslash
//	word         = text without blanks, ()"|
//	key          = actor direct type tag location (or place) source status by id has is date since until, in any case
//
// A date key takes a date of package edtf; date: takes two joined by ".." too, of which one may be left out. The colon
// of a time (20:39) or of an address (https://) makes no key. String writes a query so that it parses to the same
// query.
//
// A Query keeps its tree of And, Or, Not and Term, plain types to switch over. What they find in a record is not known
// here but in package index. The package may import calendar, edtf, fold and names.
package query
