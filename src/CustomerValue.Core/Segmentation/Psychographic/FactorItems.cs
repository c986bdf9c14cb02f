using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Psychographic;

/// <summary>Which items speak of which factor.</summary>
internal static class FactorItems
{
    private const int Named = 3;

    /// <summary>The factor that an item speaks of most.</summary>
    public static int Strongest(FactorModel model, int item)
    {
        int strongest = 0;
        for (int factor = 1; factor < model.Factors; factor++)
        {
            if (Math.Abs(model.Loadings[item][factor]) > Math.Abs(model.Loadings[item][strongest]))
                strongest = factor;
        }

        return strongest;
    }

    /// <summary>A factor after the items that speak of it most, those turned round with a minus.</summary>
    public static LocalizedText Name(FactorModel model, int factor)
    {
        string items = string.Join(", ", Enumerable.Range(0, model.Items.Count).OrderByDescending(item => Math.Abs(model.Loadings[item][factor])).Take(Named)
            .Select(item => (model.Loadings[item][factor] < 0 ? "−" : "") + model.Items[item]));
        return new LocalizedText($"Factor {factor + 1} ({items})", $"因子 {factor + 1}（{items}）");
    }
}
