package ui

import (
	"context"
	"runtime"
	"strings"
	"testing"
	"weak"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/ui/draw"
)

// A record that is not shown, since it no longer reads whole, is not kept beside the one that is.
func TestRecordThatIsWorseIsGone(t *testing.T) {
	var last weak.Pointer[index.Index]
	text := days("One", "Two")
	d := open(t, 80, 24, func(o *Options, _ *draw.Looks) {
		o.Load = func(ctx context.Context, publish func(load.Progress)) {
			load.Files(ctx, []load.File{file("test.yaml", text)}, func(p load.Progress) {
				last = weak.Make(p.Index)
				publish(p)
			})
		}
	})
	text = days("One") + "- \"\n"
	d.send(d.changed())
	d.see("no longer read whole")
	runtime.GC()
	if last.Value() != nil {
		t.Error("it is kept")
	}
	runtime.KeepAlive(d)
}

// Nothing keeps a record that another has taken the place of, whatever the reader had open of it before, or has still.
func TestRecordThatWasReplacedIsGone(t *testing.T) {
	before, after := everyPane, strings.ReplaceAll(everyPane, "Calm", "Quiet")
	for now, name := range modeNames(t) {
		for _, closed := range []bool{true, false} {
			text, records := before, []weak.Pointer[timeline.Timeline]{}
			var indexes []weak.Pointer[index.Index]
			d := open(t, 80, 24, func(o *Options, _ *draw.Looks) {
				o.Load = func(ctx context.Context, publish func(load.Progress)) {
					load.Files(ctx, []load.File{file("test.yaml", text)}, func(p load.Progress) {
						records = append(records, weak.Make(p.Index.Timeline()))
						indexes = append(indexes, weak.Make(p.Index))
						publish(p)
					})
				}
			}, withQuery("type:strike"), at("third"))
			if closed {
				d.askAway() // what a large record has is asked off the loop
			}
			d.press(paneOf[mode(now)].keys...)
			if closed {
				for range 5 {
					d.press("esc")
				}
			}
			n := len(records)
			text = after
			d.send(d.changed())
			runtime.GC()
			for i := range n {
				if records[i].Value() != nil || indexes[i].Value() != nil {
					t.Errorf("%s, closed %t: record %d of %d is kept", name, closed, i, n)
				}
			}
			runtime.KeepAlive(d)
		}
	}
}
