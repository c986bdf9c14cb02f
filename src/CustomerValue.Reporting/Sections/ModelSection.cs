using CustomerValue.Labels;
using CustomerValue.LifetimeValue;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>What the models assume, their parameters, and how the fits went.</summary>
internal static class ModelSection
{
    public static void Write(Page page)
    {
        page.Write("<div class=\"figures\">");
        PurchaseModel purchases = page.Appraisal.PurchaseModel;
        Model(page, ModelTexts.Purchases, purchases.Name, purchases.Parameters, page.Appraisal.PurchaseFit, page.Say(ModelTexts.Unit, page.Unit));
        if (page.Appraisal is { SpendModel: { } spend, SpendFit: { } fit })
            Model(page, ModelTexts.Spend, spend.Name, spend.Parameters, fit, "");
        page.Write("</div>");
        page.Element("p", page.Say(ModelTexts.Ahead), "note");
    }

    private static void Model(Page page, LocalizedText heading, string name, IReadOnlyList<ModelParameter> parameters, FitReport fit, string unit)
    {
        (string title, LocalizedText assumptions) = name switch
        {
            "nbd" => ("NBD", ModelTexts.Nbd),
            "pareto-nbd" => ("Pareto/NBD", ModelTexts.ParetoNbd),
            "pareto-nbd-correlated" => ("Pareto/NBD, correlated", ModelTexts.ParetoNbdCorrelated),
            "bg-nbd" => ("BG/NBD", ModelTexts.BgNbd),
            "mbg-nbd" => ("MBG/NBD", ModelTexts.MbgNbd),
            "ggom-nbd" => ("GGom/NBD", ModelTexts.GgomNbd),
            "bg-bb" => ("BG/BB", ModelTexts.BgBb),
            "gamma-gamma" => ("Gamma-Gamma", ModelTexts.GammaGamma),
            _ => (name, default),
        };
        page.Write("<article>");
        page.Element("h3", page.Say(heading, title));
        if (fit.Converged)
            page.Element("p", page.Say(ModelTexts.Converged, Format.Number(fit.Iterations)));
        else
            page.Element("p", page.Say(ModelTexts.NotConverged, page.Say(fit.Reason ?? default)), "banner");
        if (assumptions != default)
            page.Element("p", page.Say(assumptions));
        foreach (LocalizedText warning in fit.Warnings)
            page.Element("p", page.Say(warning), "warning");
        Parameters(page, parameters, fit);
        Facts(page, fit);
        if (unit.Length > 0)
            page.Element("p", unit, "note");
        page.Write("</article>");
    }

    private static void Parameters(Page page, IReadOnlyList<ModelParameter> parameters, FitReport fit)
    {
        page.OpenTable(ModelTexts.Parameter);
        page.Element("th", page.Say(ModelTexts.Parameter));
        page.Element("th", page.Say(ModelTexts.Estimate), "number");
        page.Element("th", page.Say(ModelTexts.StandardError), "number");
        page.Write("</tr></thead><tbody>");
        for (int i = 0; i < parameters.Count; i++)
        {
            page.Write($"<tr><th scope=\"row\">{Page.Encode(parameters[i].Name)}</th>");
            page.Element("td", Format.Parameter(parameters[i].Value), "number");
            page.Element("td", fit.StandardErrors is { } errors ? Format.Parameter(errors[i]) : "–", "number");
            page.Write("</tr>");
        }

        page.CloseTable();
    }

    private static void Facts(Page page, FitReport fit)
    {
        page.Write("<dl class=\"facts\">");
        void Fact(LocalizedText name, string value) => page.Write($"<div><dt>{Page.Encode(page.Say(name))}</dt><dd>{Page.Encode(value)}</dd></div>");
        Fact(ModelTexts.LogLikelihood, Format.Likelihood(fit.LogLikelihood));
        Fact(ModelTexts.Bic, Format.Likelihood(fit.Bic));
        Fact(ModelTexts.Customers, Format.Number(fit.Customers));
        Fact(ModelTexts.Distinct, Format.Number(fit.DistinctHistories));
        Fact(ModelTexts.Iterations, $"{Format.Number(fit.Iterations)} ({Format.Number(fit.Evaluations)})");
        Fact(ModelTexts.Gradient, fit.GradientNorm.ToString("0.0e-0", System.Globalization.CultureInfo.InvariantCulture));
        page.Write("</dl>");
    }
}
