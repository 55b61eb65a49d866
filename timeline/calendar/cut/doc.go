// Package cut cuts time into the columns of an axis. Where much happens, columns are days; where less is told apart by
// the room there is, they are weeks, months or years. Silence of more than a few columns is folded.
//
//	a := cut.New(cut.Events{N: t.Len(), Day: t.Start, Known: known}, 120)
//	for c, column := range a.Columns {
//		fmt.Println(column.From, column.To, a.Events(c))
//	}
//	for _, fold := range a.Folds {
//		fmt.Println(fold.Days, "days of silence")
//	}
//
// An [Axis] is islands of columns, and folds between them. Every event has a column, the one of the day on which it may
// have begun first; a fold has none. All events of a column follow each other, so that it is two numbers.
//
// It is not how an axis looks, and counts nothing by kind or by filter: those who draw one do. An Axis costs as much as
// it has columns, however many events there are, and is not changed once it is made.
package cut
