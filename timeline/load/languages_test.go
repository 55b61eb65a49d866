package load

import (
	"strings"
	"testing"
)

// The basic keys mean the same in the languages that many files are written in.
func TestKeysOfLanguages(t *testing.T) {
	for _, keys := range []string{
		"any titol descripcio lloc", "any títol descripció lloc", "data titol text lloc", "ano título descrição local",
		"data titulo descricao local", "anno titolo descrizione luogo", "rok tytuł opis miejsce", "data nazwa opis miejsce",
		"рік назва опис місце", "дата заголовок опис місце", "год название описание место", "дата событие описание место",
		"jaar titel omschrijving plaats", "datum gebeurtenis beschrijving locatie", "år rubrik beskrivning plats",
		"datum händelse beskrivning plats", "dato tittel beskrivelse sted", "rok název popis místo", "datum událost popis místo",
		"日付 出来事 説明 場所", "年 タイトル 内容 場所", "日期 标题 描述 地点", "年份 事件 说明 地點", "연도 제목 설명 장소",
		"fecha suceso descripción ubicación", "année titre description lieu", "jahr ereignis beschreibung ort",
	} {
		names := strings.Fields(keys)
		text := strings.Join(names, ",") + "\n1923,It began,More of it.,Oslo\n1924,It ended,Less of it.,Rome\n"
		want := "1923 | It began @ Oslo, 1924 | It ended @ Rome"
		p := loadText(t, "x.csv", text)
		if got := strings.Join(outline(p.Index.Timeline()), ", "); got != want {
			t.Errorf("%s: %s\n%s", keys, got, p.Problems)
		} else if e := p.Index.Timeline().Event(0); e.Summary != "More of it." {
			t.Errorf("%s: the summary is %q", keys, e.Summary)
		}
	}
	for text, want := range map[string]string{
		"any,data,titol\n1923,2026-08-21,A\n":                      "1923 | A",
		"any,data,titol\n2026,2026-08-21,A\n":                      "2026-08-21 | A",
		"fecha_inicio,fecha_fin,nombre\n2024-05-06,2024-05-08,A\n": "2024-05-06/2024-05-08 | A",
		"data_inizio,data_fine,nome\n2024-05-06,2024-05-08,A\n":    "2024-05-06/2024-05-08 | A",
		"date,date_fin,nom\n2024-05-06,2024-05-08,A\n":             "2024-05-06/2024-05-08 | A",
		"начало,конец,событие\n1914,1918,A\n":                      "1914/1918 | A",
		"date,title,any,fine,slut\n2024,A,3,100,1950\n":            "2024 | A",
		"date,name,fine\n2024-01-02,A,2030\n":                      "2024-01-02 | A",
		"week,name,any\n1,A,3\n2,B,0\n":                            " | A,  | B",
	} {
		p := loadText(t, "x.csv", text)
		if got := strings.Join(outline(p.Index.Timeline()), ", "); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
}
