package draw_test

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/draw"
)

func Example() {
	th := draw.NewTheme(draw.Looks{})
	var b strings.Builder
	th.Draw(&b, []draw.Span{th.Strong.Span("Kyiv"), draw.Plain(" speaks\x07")}, 40, "", false)
	fmt.Printf("%q\n", b.String())
	// Output: "\x1b[1mKyiv\x1b[m speaks␇"
}

func ExampleTheme_Rows() {
	th, cities := draw.NewTheme(draw.Looks{}), []string{"Kyiv", "Lviv", "Odesa", "Kharkiv"}
	cursor := draw.Cursor{At: 2}
	cursor.Window(2, 0)
	rows := th.Rows(20, 2)
	for n := cursor.Top; n < len(cities) && !rows.Full(); n++ {
		margin := "  "
		if n == cursor.At {
			margin = th.Glyphs.Cursor + " "
		}
		rows.Add("", draw.Plain(margin), th.Actor.Span(cities[n]))
	}
	for _, row := range rows.Strings() {
		fmt.Println(ansi.Strip(row))
	}
	// Output:
	//   Lviv
	// ▌ Odesa
}

func ExampleTheme_Fit() {
	th := draw.NewTheme(draw.Looks{})
	fmt.Println(th.Fit("Envoys meet in Geneva", 16))
	fmt.Println(th.Fit("\x1b[2Jmeet", 16))
	// Output:
	// Envoys meet in…
	// ␛[2Jmeet
}

func ExampleWrap() {
	for _, line := range draw.Wrap("Envoys meet in Geneva", 12) {
		fmt.Println(line)
	}
	// Output:
	// Envoys meet
	// in Geneva
}

func ExampleLit() {
	for _, s := range draw.Lit("Envoys meet in Genève", []string{"geneve"}, "", "match") {
		fmt.Printf("%q in %q\n", s.Text, s.Style)
	}
	// Output:
	// "Envoys meet in " in ""
	// "Genève" in "match"
}

func ExamplePage() {
	p := draw.Page{Width: 16}
	p.Heading("Who", "")
	p.Flow(", ", "", p.Link("Envoys", "", 0, "envoys"), draw.Text("a mediator", ""))
	for _, line := range p.Lines {
		for _, piece := range line {
			fmt.Print(piece.Text)
		}
		fmt.Println()
	}
	fmt.Println(p.Links[p.LinkAt(3, 1)].Value)
	// Output:
	// WHO
	// Envoys
	// a mediator
	// envoys
}

func ExampleEvents() {
	fmt.Println(draw.Events(1))
	fmt.Println(draw.Events(14777))
	// Output:
	// 1 event
	// 14,777 events
}
