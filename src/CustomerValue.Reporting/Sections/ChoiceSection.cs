using CustomerValue.LifetimeValue.Choice;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>The models side by side in the holdout, and which of them was taken.</summary>
internal static class ChoiceSection
{
    public static void Write(Page page, ModelChoice choice)
    {
        page.Element("h3", page.Say(ChoiceTexts.Title));
        page.Element("p", page.Say(choice.Reason));
        if (choice is not { Comparison: { } comparison, CalibrationEnd: { } end })
            return;
        page.OpenTable(ChoiceTexts.Title);
        page.Element("th", page.Say(ChoiceTexts.Model));
        foreach (Labels.LocalizedText head in (Labels.LocalizedText[])[ChoiceTexts.LogScore, ChoiceTexts.Error, ChoiceTexts.Forecast, ChoiceTexts.Actual])
            page.Element("th", page.Say(head), "number");
        page.Write("</tr></thead><tbody>");
        foreach (ModelEvaluation model in comparison.Models)
            Row(page, model.Model, model.LogScore?.Mean, model.Trials[0].Accuracy, model.Model == choice.Estimator.Name);
        Row(page, page.Say(ChoiceTexts.Naive), null, comparison.Naive[0], taken: false);
        page.CloseTable();
        foreach (ModelEvaluation model in comparison.Models.Where(model => model.Failure is not null))
            page.Element("p", $"{model.Model}: {page.Say(model.Failure!.Value)}", "note");
        page.Element("p", page.Say(ChoiceTexts.How, page.Format.Date(end), Format.Number(comparison.Naive[0].Customers)), "note");
    }

    private static void Row(Page page, string model, double? logScore, HoldoutAccuracy? accuracy, bool taken)
    {
        string style = taken ? "number strong" : "number";
        page.Write($"<tr><th scope=\"row\">{Page.Encode(taken ? model + " ✓" : model)}</th>");
        page.Element("td", logScore is double score ? Format.Score(score) : "–", style);
        page.Element("td", accuracy is null ? "–" : Format.Score(accuracy.MeanAbsoluteError), style);
        page.Element("td", accuracy is null ? "–" : Format.Number(accuracy.PredictedTotal), style);
        page.Element("td", accuracy is null ? "–" : Format.Number(accuracy.ActualTotal), style);
        page.Write("</tr>");
    }
}
