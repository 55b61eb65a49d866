package yamldoc_test

import (
	"context"
	"fmt"

	"dateline/timeline/diag"
	"dateline/timeline/internal/yamldoc"
)

func ExampleReader_Documents() {
	problems := diag.NewList(diag.MaxProblems)
	r := yamldoc.NewReader(context.Background(), diag.NewFile("record.yaml", ""), &problems, yamldoc.UsualPiece)
	if text, ok := r.Clean("title: One: two\nevents: []\n", 0); ok {
		docs, whole := r.Documents(text)
		fmt.Println(len(docs), "document, whole:", whole)
		for _, n := range docs[0].Content {
			fmt.Printf("%d:%d %q\n", n.Line, n.Column, n.Value)
		}
	}
	fmt.Print(problems.Found())
	// Output:
	// 1 document, whole: false
	// 1:1 "title"
	// 1:8 "One: two"
	// 2:1 "events"
	// 2:9 ""
	// record.yaml:1:11: error: a colon inside a text looks like a key to YAML
	//    1 | title: One: two
	//      |           ^
	//      = put the text in quotes
}
