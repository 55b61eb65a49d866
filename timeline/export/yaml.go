package export

import (
	"bufio"

	"dateline/timeline"
	"dateline/timeline/export/record"
	"dateline/timeline/index"
)

// yamlEvents writes a record of dateline's own.
func yamlEvents(w *bufio.Writer, _ Emphasis) eventWriter {
	var out *record.Writer
	var text []byte
	var e timeline.Event
	return eventWriter{
		head: record.Head,
		cast: func(t *timeline.Timeline, s index.Selection, from int) []byte {
			out = record.New(t, s, from)
			return out.Cast(nil)
		},
		write: func(t *timeline.Timeline, i int) error {
			t.Read(i, &e)
			text = out.Event(text[:0], &e)
			_, err := w.Write(text)
			return err
		},
		frame:  frame{between: "\n", none: record.None},
		headed: frame{between: "\n", none: record.None},
	}
}
