using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>Follows ties to what is free: every coefficient is a factor times the coefficient at the end of its chain, or a number.</summary>
internal static class CoefficientTies
{
    /// <summary>For every coefficient the one whose number it takes and the factor; −1 and the number where it is fixed.</summary>
    public static (int Root, double Factor)[] Resolve(IReadOnlyList<CoefficientTie> ties, string[] names, CovariateForm form, CovariateEncoding encoding, ProblemList problems)
    {
        (int Next, double Factor)[] links = names.Select((_, i) => (i, 1.0)).ToArray();
        foreach (CoefficientTie tie in ties)
        {
            int[] left = Named(tie.Coefficient);
            int[] right = tie.To is null ? [] : Named(tie.To);
            if (left.Length == 0 || (tie.To is not null && right.Length == 0))
                continue;
            if (tie.To is not null && left.Length != right.Length)
            {
                problems.Add(null, nameof(CovariateFitOptions.Ties), tie.ToString(), $"ties {left.Length} coefficients to {right.Length}; tie as many to as many.");
                continue;
            }

            for (int i = 0; i < left.Length; i++)
            {
                if (links[left[i]] != (left[i], 1.0))
                    problems.Add(null, nameof(CovariateFitOptions.Ties), tie.ToString(), $"ties {names[left[i]]}, which is tied or fixed already; keep one.");
                else if (tie.To is null)
                    links[left[i]] = (-1, tie.Number);
                else if (End(links, right[i]).Root == left[i])
                    problems.Add(null, nameof(CovariateFitOptions.Ties), tie.ToString(), "ties in a circle; leave one coefficient free.");
                else
                    links[left[i]] = (right[i], tie.Number);
            }
        }

        return names.Select((_, i) => End(links, i)).ToArray();

        int[] Named(string name)
        {
            int[] found = Enumerable.Range(0, names.Length).Where(i => names[i] == name).ToArray();
            if (found.Length == 0)
            {
                IEnumerable<string> levels = form.Processes.SelectMany(process => encoding.Columns.Where(column => CovariateForm.NameOf(process, column.Name) == name).SelectMany(column => column.Names.Select(level => CovariateForm.NameOf(process, level))));
                found = levels.Select(level => Array.IndexOf(names, level)).Where(i => i >= 0).ToArray();
            }

            if (found.Length == 0)
                problems.Add(null, nameof(CovariateFitOptions.Ties), name, $"is no coefficient of this fit; there are {string.Join(", ", names)}.");
            return found;
        }
    }

    private static (int Root, double Factor) End((int Next, double Factor)[] links, int from)
    {
        double factor = 1;
        int at = from;
        while (links[at].Next != at)
        {
            factor *= links[at].Factor;
            at = links[at].Next;
            if (at < 0)
                return (-1, factor);
        }

        return (at, factor);
    }
}
