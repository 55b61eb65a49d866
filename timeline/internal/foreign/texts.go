package foreign

// Cures of texts.
const (
	hledger  = "print it as CSV: hledger print -O csv -f FILE >FILE.csv"
	markwhen = "write each entry as `- date:` and `title:`, under a line `events:`"
	org      = "make a table of its entries that have a date: " +
		`perl -ne 'BEGIN { print "date\ttitle\n" } $t = $1 if /^(?:\*+|[-+]) (?:TODO |DONE )?(.*)/; ` +
		`if ($t && /[<\[](\d{4}-\d\d-\d\d)/) { $d = $1; $t =~ s/ *[<\[]\d[^>\]]*[>\]] *//g; print "$d\t$t\n"; $t = "" }' ` +
		"FILE | dateline -"
	asciidoc   = "save it as Markdown: asciidoctor -b docbook -o - FILE | pandoc -f docbook -t gfm >FILE.md" + begins
	javascript = "open its data, from the first [ or { to the last ] or }: " +
		`perl -0pe 's/^(?!\s*[[{]).*?(?:[=(]|default)\s*(?=[[{])//s; s/[^]}]*$//' FILE | dateline -`
	sql   = "run it in a database, and write a table of that as CSV"
	logs  = "make a table of it with the head line date,title"
	plist = "write it as JSON: plutil -convert json -o FILE.json FILE"
	xml   = "write its entries as JSON, for example by yq 4: " +
		"yq -p xml -o json --xml-attribute-prefix '' FILE >FILE.json"
	mail = "write its Date and Subject as `- date:` and `title:`"
	mbox = `write it as CSV: python3 -c 'import csv, mailbox, sys; ` +
		`w = csv.writer(sys.stdout); w.writerow(["date", "title", "from"]); ` +
		`[w.writerow([m["Date"], m["Subject"], m["From"]]) for m in mailbox.mbox(sys.argv[1])]' FILE >FILE.csv`
	bibtex  = bibliography + "pandoc -f bibtex -t csljson FILE | " + ofYears
	ris     = bibliography + "pandoc -f ris -t csljson FILE | " + ofYears
	parquet = "write it as CSV: python3 -c 'import pandas, sys; pandas.read_parquet(sys.argv[1]).to_csv(sys.argv[2], " +
		"index=False)' FILE FILE.csv"

	bibliography = "write it as JSON, with the years as dates: "
	ofYears      = `jq 'map(.year = .issued."date-parts"[0][0])' >FILE.json`
)

// texts are kinds of texts, each with a regular expression of how it begins below any blanks. The first that matches is
// taken. They are compiled only for a file that could not be opened.
var texts = []struct{ pattern, what, cure string }{
	{`^(?i)<!doctype html|^(?i)<html|^<!--[^>]*-->\s*(?i)<html`, "a page in HTML", page},
	{`(?s)^(?:<\?xml.*?)?<(?:\w+:)?(?:rss|feed|RDF)\b`, "a feed (RSS or Atom)", xml},
	{`(?s)^(?:<\?xml.*?)?<(?:kml|gpx|osm)\b`, "a map or track", xml},
	{`(?s)^(?:<\?xml.*?)?<plist\b`, "a property list of Apple", plist},
	{`(?s)^(?:<\?xml.*?)?<opml\b`, "an outline (OPML)", "write it as JSON or CSV with the program that made it"},
	{`(?s)^(?:<\?xml.*?)?<svg\b`, "a picture (SVG)", picture},
	{`(?s)^(?:<\?xml.*?)?<mediawiki\b`, "an export of a wiki", xml},
	{`(?s)^(?:<\?xml.*?)?<TEI\b`, "a TEI text", xml},
	{`(?s)^(?:<\?xml.*?)?<html\b`, "a page in HTML", page},
	{`^<\?xml|^<[A-Za-z][\w:.-]*(?:\s[^<>]*)?>`, anyXML, xml},

	{
		`^0 HEAD\b`, "a family tree (GEDCOM)",
		"write its events as CSV with a program for family trees, such as Gramps (Family Trees > Export > CSV)",
	},
	{`(?i)^BEGIN:VCARD`, "a file of contacts (vCard)", "write the birthdays as `- date:` and `title:`"},
	{`^From \S+ .*\d{4}\r?\n`, "a box of mail", mbox},
	{`^(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID):|` +
		`^(?:(?i:From|Sender|To|Cc|Bcc|Date|Subject|Reply-To|In-Reply-To|References|Message-ID|MIME-Version|User-Agent|` +
		`(?:X|Content|List|DKIM)-[\w-]+):[ \t].*\r?\n(?:[ \t]+\S.*\r?\n)*){3,}\r?\n`, "mail", mail},
	{
		`^commit [0-9a-f]{7,40}\b.*\r?\n(?:Merge: .*\r?\n)?Author:`, "the output of git log",
		`write it as a table: (printf 'date\ttitle\n'; git log --format='%as%x09%s') | dateline -`,
	},
	{`^diff --git |^--- \S.*\r?\n\+\+\+ `, "a patch", "open the file that it changes"},
	{`^WEBVTT|^\d+\r?\n\d\d:\d\d:\d\d,\d{3} -->`, "subtitles", prose},

	{`^(?:[;#*].*\r?\n|\s*\r?\n)*(?:commodity|account|include|payee) [^\n]*\n(?s:.*\n)?\d{4}[-/.]\d\d?[-/.]\d\d?\b` +
		`|^(?:[;#*].*\r?\n|\s*\r?\n)*\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:=\S+)?(?: [!*])?(?: .*)?\r?\n` +
		`(?:[ \t]+;.*\r?\n)*[ \t]+[^\s:-][^\n]*(?:  |\t| -?[$€£]?\d)`, "a hledger journal", hledger},
	{
		`(?m)^\d{4}-\d\d-\d\d (?:open|txn|\*|balance|price) `, "a Beancount ledger",
		"print it as CSV: bean-query -f csv FILE 'SELECT date, narration AS title, account' >FILE.csv",
	},

	{
		`(?m)\A(?s:.*?)^(?:\d{4}|\d{4}-\d\d(?:-\d\d)?|\d{1,2}/\d{1,2}/\d{4}|now)(?: ?[-/] ?(?:\d{4}\S*|now))?: \S`,
		"a Markwhen timeline", markwhen,
	},
	{`(?i)^#\+[a-z_]+:|(?m)^\*+ (?:TODO |DONE )?.*(?:\r?\n)+\s*(?:SCHEDULED|DEADLINE|CLOSED|:PROPERTIES):` +
		`|(?m)^\*+ .*(?:\n.*){0,3}[<\[]\d{4}-\d\d-\d\d(?: \w+)?`, "an Org file", org},
	{`(?m)^(?:\([A-Z]\) |x \d{4}-\d\d-\d\d )\S`, "a list of tasks (todo.txt)", logs},
	{`^(?:%%.*\r?\n)*(?:timeline|gantt)\r?\n|(?i)^@start(?:uml|gantt)`, "a diagram (Mermaid or PlantUML)", markwhen},

	{`^#!`, "a program", code},
	{`^(?:// .*\r?\n|/\*[^*]*\*/\s*|['"]use strict['"];?\s*)*` +
		`(?:export (?:default|const|let|var)\b|module\.exports\b|(?:const|let|var) \w+(?:: ?[^=\n]+)? ?=|` +
		`import .* from ['"]|window\.\w+ ?=|\w+\(\{|callback\()`, "a program in JavaScript", javascript},
	{
		`^(?:-- .*\r?\n|--\r?\n|\s*\r?\n)*(?i:CREATE TABLE|INSERT INTO|BEGIN TRANSACTION|DROP TABLE|SET \w+ ?=|PRAGMA )`,
		"a program in SQL", sql,
	},
	{`^(?:%.*\r?\n|\s*\r?\n)*\\(?:documentclass|begin|section|usepackage)\b`, "a LaTeX text", words},
	{`(?i)^@(?:article|book|misc|online|inproceedings|string|comment)\s*\{`, "a bibliography", bibtex},
	{`^TY  - `, "a bibliography", ris},
	{`^\{\{[A-Z]|^={2,} .* ={2,}\r?\n`, "a text of a wiki", words},
	{`^\S+ \S+ \S+ \[\d{1,2}/\w{3}/\d{4}:|^\w{3} [ \d]\d \d\d:\d\d:\d\d \S|` +
		`^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*\]?[ \t]+\S`, "a log", logs},
}
