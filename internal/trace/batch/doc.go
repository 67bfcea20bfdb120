// Package batch is the batch interface of trace: lines of JSON in, lines of JSON
// out, no store needed.
//
// A line in is {"id","source","published","title","text"}, one report, in the
// order of arrival. A line out is {"copy","original","copied_share","passages":
// [{"copy_start","copy_end","orig_start","orig_end"}],"changes":[…]}, one pair:
// for each report the earlier ones that best explain it. Places count Unicode
// code points within text; a title is not compared. With Quotes, lines have
// "kind", and shared quotations come out too.
package batch
