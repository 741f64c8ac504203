// Package render turns a draft plan, and the numbers, into what leaves the laptop: it builds a document from an engagement
// and hands it to the writer of a format. Tables for other programs (CSV, JSON) are made from the same values.
// Same input, same bytes: it imports the pure parts of the model and touches no files, clocks, randomness or screen.
package render

import (
	"fmt"
	"slices"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/render/docx"
	"github.com/gapbook/gapbook/model/render/pdf"
	"github.com/gapbook/gapbook/model/score"
)

// Formats are the ways in which any document can be written.
var Formats = []string{"md", "html", "docx", "pdf"}

// Binary says whether a format is nothing for a terminal.
func Binary(format string) bool { return slices.Contains([]string{"docx", "pdf", "xlsx"}, format) }

// Write writes a document as one of Formats. The notes say what the format could not hold as it was.
func Write(format string, d *document.Document) (data []byte, notes []string, err error) {
	switch format {
	case "md":
		return Markdown(d), nil, nil
	case "html":
		data, err = HTML(d)
		return data, nil, err
	case "docx":
		return docx.Write(d)
	case "pdf":
		return pdf.Write(d)
	}
	return nil, nil, fmt.Errorf("no way to write a document as %q", format)
}

// PlanFormats are the ways in which a plan can be written.
var PlanFormats = slices.Concat(Formats, []string{"xlsx", "csv", "ics", "json"})

// PlanAs writes the plan in one of PlanFormats. The notes say what the format could not hold as it was.
func PlanAs(format string, e *model.Engagement, pb *playbook.Playbook, sc *score.Result, d *plan.Drafted, opt Options) (data []byte, notes []string, err error) {
	switch format {
	case "xlsx":
		data, err = PlanXLSX(e, pb, sc, d, opt)
	case "csv":
		data, err = PlanCSV(e, pb, sc, d, opt)
	case "ics":
		data = PlanICS(e, pb, sc, d, opt)
	case "json":
		data, err = PlanJSON(e, pb, d, opt)
	default:
		return Write(format, Plan(e, pb, sc, d, opt))
	}
	return data, nil, err
}

// ReportFormats are the ways in which the readout can be written.
var ReportFormats = slices.Concat(Formats, []string{"xlsx", "json"})

// ReportAs writes the readout in one of ReportFormats. The notes say what the format could not hold as it was.
func ReportAs(format string, e *model.Engagement, pb *playbook.Playbook, sc *score.Result, d *plan.Drafted, opt Options) (data []byte, notes []string, err error) {
	switch format {
	case "xlsx":
		data, err = ReportXLSX(e, pb, sc, d, opt)
	case "json":
		data, err = ReportJSON(e, pb, sc, d, opt)
	default:
		return Write(format, Report(e, pb, sc, d, opt))
	}
	return data, nil, err
}
