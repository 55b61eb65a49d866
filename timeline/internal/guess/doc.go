// Package guess knows what other people's files probably mean: which of their keys holds a date, a title or who took
// part, whether one text is a list of names, and in which order a column of dates has its day and its month.
//
//	guess.Meant("startDate")                     // the date, by a strong name
//	guess.Meant("Country")                       // who took part, and the location, by weak names
//	guess.List("Mira Sol; Jon Vale", nil)        // [Mira Sol, Jon Vale]
//	guess.List("Bosnia and Herzegovina", alone)  // one name, unless both stand alone elsewhere
//
// A guess only adds: whoever uses it keeps the value under its own key too. A strong name means its role in any file. A
// weak one does only in a file that is not in the format of dateline, since there it may be a key of the writer's own.
//
// Some guesses depend on what is elsewhere in the files. A Survey gathers that during a first reading, for the second.
//
// It does not know the nodes of any format: reading them is the trade of package load. It imports edtf, edtf/written,
// markup and names.
package guess
