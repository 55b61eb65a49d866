package markup_test

import (
	"strings"
	"testing"

	"dateline/timeline/markup"
)

// TestPlain tries each form of the closed list, and what only looks like one.
func TestPlain(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"See [the report](https://a.org/b) and <b>bold</b> &amp; pi&ugrave;, <br>next", "See the report and bold & più,\nnext"},
		{"Book talk: <br> Humanitarians", "Book talk:\nHumanitarians"},
		{"<p>One.</p>\n<p>Two.<br/>\nThree.</p>", "One.\n\nTwo.\nThree."},
		{"a<br><br>b", "a\n\nb"},
		{"<ul>\n<li>one</li>\n<li>two</li>\n</ul>after", "- one\n- two\n\nafter"},
		{"<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a | b\n1 | 2"},
		{`<A HREF="https://a.org/?x=1&amp;y=2" target=_blank>words</A>`, "words"},
		{"<img src='x.png' alt='>'>", "image"},
		{`a <a name="x">b</a> c`, "a b c"},
		{"he said <q>no</q>", `he said "no"`},
		{"10<sup>6</sup>, 1<sup>st</sup>, H<sub>2</sub>O", "10^6, 1st, H2O"},
		{"&lt;b&gt; &quot;x&quot; &#39;y&#x27; 5&nbsp;km &mdash; &CounterClockwiseContourIntegral;", "<b> \"x\" 'y' 5 km — ∳"},
		{"**bold** and *em* and ***both*** and __b__ and _e_", "bold and em and both and __b__ and e"},
		{"__Bold__, __two words__, “*quoted*”—*x*", "Bold, two words, “quoted”—x"},
		{"`code` and ``two``", "code and two"},
		{"# Title\nText\n## More ##\nEnd", "Title\n\nText\n\nMore ##\n\nEnd"},
		{"> quote\n- one\n* two\n1. three\n*it*", "> quote\n- one\n* two\n1. three\nit"},
		{"[a][1] and [b] and [1][]\n\n[1]: https://a.org \"t\"\n[b]: <https://b.org>", "a and b and 1\n\n[1]: https://a.org \"t\"\n[b]: <https://b.org>"},
		{"[[Mira Sol]], [[page#h|words]] and ![[x.png]]", "Mira Sol, words and x.png"},
		{"[[1]](https://a.org) x[2](https://a.org)", "[1] x2"},
		{"![alt](a.png) ![](a.png) [x](a.md \"title\") [y](<x b>)", "alt image x [y](<x b>)"},
		{"<https://a.org/x_y_z>", "https://a.org/x_y_z"},
		{"**https://a.org/a*b_c_** is", "https://a.org/a*b_c_ is"},
		{"[**bold** words](/x)", "bold words"},
		{`\*not\* \[x](https://a.org)`, "*not* [x](https://a.org)"},
		{"```\n**x** <b>\n```\n**y**", "```\n**x** <b>\n```\ny"},

		{"a < b, x<y>z, <int>, <3, <-, </, <a", ""},
		{"<script>x</script> <!-- x --> <foo@bar.org> <b", ""},
		{"2 * 3 * 4, 2*3*4, snake_case_word, *.txt and *.md, f**k, s***, 2**3**4", ""},
		{"__init__.py, Smith* and Jones*, **** you ****", ""},
		{"AT&T, R&D; &T; &ampfoo; ?a=1&copy=2 &#7; &#0; &; &#;", ""},
		{"[sic] f[0](x) f[0](x.y) [x] [ ] [^1] [[ -f x ]] [[9/11 Commission][1]] [a](b)", ""},
		{"# of deaths", ""},
		{"#hashtag\n#1 hit\n####### seven", ""},
		{"rock`n`roll, the `90s and ``text''", ""},
		{"***\n* * *\n---", ""},
		{"2 < 3 && 4 > 1", ""},
		{"if a <b and c> d, <i am here>, <p or q>, x <s = t> y, </b of c>", ""},
		{"<p hidden>a</p><ol reversed start=3><li>b</ol>", "a\n\n- b"},
		{"a **b\n\nc** d", ""},
	} {
		want := tt.want
		if want == "" {
			want = tt.in
		}
		if got := markup.Plain(tt.in); got != want {
			t.Errorf("Plain(%q)\n got %q\nwant %q", tt.in, got, want)
		}
	}
}

// TestLinks tells where links are, and nothing of what is none.
func TestLinks(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"See [the report](https://a.org/b(c)) and https://c.org/d.", "the report=https://a.org/b(c) https://c.org/d=https://c.org/d"},
		{"(https://a.org/x), https://b.org/y_(z)! <https://c.org>", "https://a.org/x=https://a.org/x https://b.org/y_(z)=https://b.org/y_(z) https://c.org=https://c.org"},
		{`<a href="https://a.org/?x=1&amp;y=2"><b>bold</b> words</a><br>x`, "bold words=https://a.org/?x=1&y=2"},
		{"[https://a.org](https://b.org) ![](https://c.org/x.png)", "https://a.org=https://b.org image=https://c.org/x.png"},
		{"[a][1]\n[1]: https://a.org", "a=https://a.org https://a.org=https://a.org"},
		{"<a href='https://a.org'> </a> <a href='https://b.org'>", " =https://a.org"},
		{"no links: xhttps://a.org http:// https://", ""},
		{"https://a.org/?a=1&amp;b=2 x", "https://a.org/?a=1&b=2=https://a.org/?a=1&b=2"},
		{"plain https://a.org/x, and", "https://a.org/x=https://a.org/x"},
	} {
		plain, links := markup.Read(tt.in)
		var got []string
		for _, l := range links {
			got = append(got, plain[l.From:l.To]+"="+l.Address)
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("Read(%q) = %q\n got %q\nwant %q", tt.in, plain, got, tt.want)
		}
	}
	if got := markup.WithAddresses("See [a](https://a.org) and https://b.org <i>x</i>"); got != "See a (https://a.org) and https://b.org x" {
		t.Errorf("WithAddresses returns %q", got)
	}
}

// TestPlainIsNotCopied holds that a text without markup costs nothing.
func TestPlainIsNotCopied(t *testing.T) {
	for _, text := range []string{"Yermak speaks with Rubio (https://example.org/).", "Київ — Zürich"} {
		if n := testing.AllocsPerRun(10, func() { markup.Plain(text) }); n > 0 {
			t.Errorf("Plain(%q) allocates %v times", text, n)
		}
	}
}

// hostile are texts that a careless reader goes through again and again.
var hostile = []string{
	"[", "[[", "<", "&", "*", "_", "`", "**a", "*a ", "[a](", "](", "[a](((", "<a ", "<a \"", "<a '\"", "<a href=", "![",
	"<b>", "</b>", "<a>", "<a href=x>", "https://", "https://[", "https://a]", "&amp;", "&a", "# x\n", " ```\n", "```\n", "~~~\n",
	"[1]: https://a\n", "[1][1]", "[a][", "\\*", "<li>", "\n", " \n<br>", "<br>", "- \n", "https://a ", "[[a|", "[[a|b]]", "<https://a",
}

func TestHostileTextsTakeTimeByTheirLength(t *testing.T) {
	open := "https://a/" + strings.Repeat("a", 300_000) + "[" // in which a ] may be
	for _, one := range append(hostile, "]") {
		for _, frame := range [][2]string{{"", ""}, {"[1]: https://a.org\n<b>\"'", "\"'>)]]"}, {open, ""}} {
			text := frame[0] + strings.Repeat(one, 100_000/len(one)) + frame[1]
			markup.Read(text)
			markup.WithAddresses(text)
		}
	}
}

// FuzzRead holds that links are in the text, in order and apart, and that Plain and Read say the same.
func FuzzRead(f *testing.F) {
	for _, one := range hostile {
		f.Add(one)
		f.Add("<b>x</b>" + one + one + "a>)]](x.y)")
	}
	f.Add("<a href='https://a.org'>x <br></a> y **z** [a](https://b.org)<p>&#10;")
	f.Fuzz(func(t *testing.T, text string) {
		plain, links := markup.Read(text)
		if got := markup.Plain(text); got != plain {
			t.Errorf("Plain(%q) = %q, Read %q", text, got, plain)
		}
		if !strings.ContainsAny(text, "<&*_[`#\\") && plain != text {
			t.Errorf("%q has no markup and became %q", text, plain)
		}
		end := 0
		for _, l := range links {
			if l.From < end || l.From >= l.To || l.To > len(plain) || l.Address == "" {
				t.Errorf("%q became %q with the links %v", text, plain, links)
			}
			end = l.To
		}
		markup.WithAddresses(text)
	})
}
