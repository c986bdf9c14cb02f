using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>The coefficients of a fit and what is free in them: every coefficient is a free number times 1 or −1, or fixed. Those fixed at 0 are none.</summary>
internal sealed class CovariateDesign
{
    private CovariateDesign(IReadOnlyList<Effect> effects, IReadOnlyList<string> names, IReadOnlyList<string> freeNames)
    {
        Effects = effects;
        Names = names;
        FreeNames = freeNames;
    }

    /// <summary>The coefficients in the order of processes and columns.</summary>
    public IReadOnlyList<Effect> Effects { get; }

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The names of the free numbers: of the first coefficient that takes each.</summary>
    public IReadOnlyList<string> FreeNames { get; }

    /// <summary>Columns that no process uses go to <paramref name="problems"/>, and so do ties that make no sense.</summary>
    public static CovariateDesign Of(CovariateForm form, CovariateEncoding encoding, CovariateFitOptions options, ProblemList problems)
    {
        List<(CovariateProcess Process, int Column, string Name)> all = [];
        foreach (CovariateProcess process in form.Processes)
        {
            bool[] chosen = Chosen(encoding, process.OfLife ? options.LifeCovariates : options.PurchaseCovariates, process.OfLife ? nameof(options.LifeCovariates) : nameof(options.PurchaseCovariates), problems);
            for (int column = 0; column < chosen.Length; column++)
            {
                if (chosen[column])
                    all.Add((process, column, CovariateForm.NameOf(process, encoding.Names[column])));
            }
        }

        for (int column = 0; column < encoding.Names.Count; column++)
        {
            if (all.All(coefficient => coefficient.Column != column))
                problems.Add(null, encoding.Names[column], null, "acts on no process; name it among the purchase or life covariates, or leave it out of the table.");
        }

        IReadOnlyList<CoefficientTie> ties = options.Ties ?? all.Where(coefficient => coefficient.Process.Name == form.Silent).Select(coefficient => CoefficientTie.Fixed(coefficient.Name)).ToArray();
        string[] names = all.Select(coefficient => coefficient.Name).ToArray();
        (int Root, double Factor)[] resolved = CoefficientTies.Resolve(ties, names, form, encoding, problems);
        List<int> free = [];
        List<Effect> effects = [];
        List<string> kept = [];
        for (int i = 0; i < all.Count; i++)
        {
            (int root, double factor) = resolved[i];
            if (root < 0 && factor == 0)
                continue;
            if (root >= 0 && !free.Contains(root))
                free.Add(root);
            effects.Add(new Effect(all[i].Process, all[i].Column, root < 0 ? -1 : free.IndexOf(root), factor));
            kept.Add(names[i]);
        }

        return new CovariateDesign(effects, kept, free.Select(i => names[i]).ToArray());
    }

    private static bool[] Chosen(CovariateEncoding encoding, IReadOnlyList<string>? wanted, string field, ProblemList problems)
    {
        foreach (string name in wanted ?? [])
        {
            if (encoding.Columns.All(column => column.Name != name))
                problems.Add(null, field, name, $"is no column of the table; it has {string.Join(", ", encoding.Columns.Select(column => column.Name))}.");
        }

        return encoding.Columns.SelectMany(column => column.Names.Select(_ => wanted is null || wanted.Contains(column.Name))).ToArray();
    }
}

/// <summary>A coefficient of a fit: <see cref="Factor"/> times a free number, or <see cref="Factor"/> itself where <see cref="Free"/> is −1.</summary>
internal readonly record struct Effect(CovariateProcess Process, int Column, int Free, double Factor);
