using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>The recommenders side by side in the temporal validation, and which of them was taken.</summary>
internal static class RecommenderTable
{
    public static void Write(Page page, CustomerRecommendations recommendations)
    {
        page.Element("h3", page.Say(ProductTexts.Chosen), "lead");
        if (recommendations.Validation is not { } validation)
        {
            page.Element("p", page.Say(ProductTexts.NotCompared));
            return;
        }

        page.Element("p", page.Say(validation.Reason));
        page.OpenTable(ProductTexts.Chosen);
        page.Element("th", page.Say(ProductTexts.Recommender));
        foreach (int k in validation.At)
            page.Element("th", page.Say(ProductTexts.Recall, k), "number");
        page.Element("th", page.Say(ProductTexts.Ndcg, validation.At[^1]), "number");
        page.Element("th", page.Say(ProductTexts.Behind), "number");
        page.Write("</tr></thead><tbody>");
        foreach (RecommenderScore score in validation.Scores)
            Row(page, score, score.Name == validation.Chosen);
        page.CloseTable();
        foreach (RecommenderScore score in validation.Scores.Where(score => score.Refusal is not null))
            page.Element("p", $"{score.Name}: {score.Refusal}", "note");
        page.Element("p", page.Say(ProductTexts.ChosenHow, page.Format.Date(validation.Cut), Format.Number(validation.Customers)), "note");
    }

    private static void Row(Page page, RecommenderScore score, bool taken)
    {
        string style = taken ? "number strong" : "number";
        page.Write($"<tr><th scope=\"row\">{Page.Encode(taken ? score.Name + " ✓" : score.Name)}</th>");
        foreach (double recall in score.Recall)
            page.Element("td", score.Refusal is null ? Format.Percent(recall) : "–", style);
        page.Element("td", score.Refusal is null ? Format.Percent(score.Ndcg[^1]) : "–", style);
        page.Element("td", taken || score.Refusal is not null ? "–" : $"{Format.Percent(score.Behind)} ± {Format.Percent(score.BehindError)}", style);
        page.Write("</tr>");
    }
}
