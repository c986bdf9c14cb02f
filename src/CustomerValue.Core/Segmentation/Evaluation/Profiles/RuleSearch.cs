#if NET
using System.Numerics;
#endif

namespace CustomerValue.Segmentation.Evaluation.Profiles;

/// <summary>
/// Looks for short rules: every single condition, then the best ones each with every other, and so on (a beam search), by F1 in the searched
/// rows less what each further condition must bring. Of equals the one whose conditions come first wins, so the result is always the same.
/// </summary>
internal sealed class RuleSearch
{
    private const int Cuts = 20;
    private const int Beam = 40;
    private const int MostTestedCategories = 50;

    private readonly int[] assigned;
    private readonly int[] sizes;
    private readonly int[] rows;
    private readonly ProfileOptions options;
    private readonly List<RuleTest> tests = [];

    public RuleSearch(IReadOnlyList<ProfileColumn> columns, int[] assigned, int[] sizes, int[] rows, ProfileOptions options)
    {
        (this.assigned, this.sizes, this.rows, this.options) = (assigned, sizes, rows, options);
        for (int column = 0; column < columns.Count; column++)
            AddTests(columns[column], column);
    }

    /// <summary>The rules of a segment, the best first; none where it has no customers among those searched, or all of them.</summary>
    public IReadOnlyList<DescribingRule> Of(int segment)
    {
        ulong[] members = new ulong[(rows.Length + 63) / 64];
        int size = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            if (assigned[rows[i]] == segment)
            {
                members[i >> 6] |= 1UL << (i & 63);
                size++;
            }
        }

        if (size == 0 || size == rows.Length || options.Rules == 0)
            return [];
        List<Found> all = [], beam = Best(tests.Select((test, index) => Score([index], test.Bits, test.Bits, members, size)));
        all.AddRange(beam);
        for (int length = 2; length <= options.MostConditions && beam.Count > 0; length++)
            all.AddRange(beam = Best(Longer(beam, members, size)));
        return [.. Chosen(all).Select(found => Counted(found, segment))];
    }

    /// <summary>The best rules of which none only adds columns to a better one, and none is half as good as the best.</summary>
    private List<Found> Chosen(List<Found> all)
    {
        List<Found> chosen = [];
        foreach (Found found in Ordered(all))
        {
            HashSet<int> columns = [.. found.Tests.Select(test => tests[test].Column)];
            bool says = chosen.All(better => !columns.IsSupersetOf(better.Tests.Select(test => tests[test].Column)));
            if (says && (chosen.Count == 0 || 2 * found.F1 >= chosen[0].F1))
                chosen.Add(found);
            if (chosen.Count == options.Rules)
                break;
        }

        return chosen;
    }

    private IEnumerable<Found> Longer(List<Found> beam, ulong[] members, int size)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (Found shorter in beam)
        {
            ulong[] bits = [.. tests[shorter.Tests[0]].Bits];
            foreach (int test in shorter.Tests.Skip(1))
            {
                for (int word = 0; word < bits.Length; word++)
                    bits[word] &= tests[test].Bits[word];
            }

            for (int index = 0; index < tests.Count; index++)
            {
                if (!shorter.Tests.All(test => tests[test].GoesWith(tests[index])))
                    continue;
                Found longer = Score([.. shorter.Tests.Append(index).OrderBy(test => test)], bits, tests[index].Bits, members, size);
                if (longer.F1 >= shorter.F1 + options.LeastGain && seen.Add(string.Join(",", longer.Tests)))
                    yield return longer;
            }
        }
    }

    private List<Found> Best(IEnumerable<Found> found) => [.. Ordered(found.Where(rule => rule.F1 > 0)).Take(Beam)];

    private IOrderedEnumerable<Found> Ordered(IEnumerable<Found> found) => found
        .OrderByDescending(rule => rule.F1 - (options.LeastGain * (rule.Tests.Length - 1))).ThenBy(rule => rule.Tests.Length)
        .ThenBy(rule => rule.Tests[0]).ThenBy(rule => rule.Tests[rule.Tests.Length / 2]).ThenBy(rule => rule.Tests[rule.Tests.Length - 1]);

    private static Found Score(int[] tests, ulong[] one, ulong[] other, ulong[] members, int size)
    {
        int holds = 0, hits = 0;
        for (int word = 0; word < one.Length; word++)
        {
            ulong both = one[word] & other[word];
            holds += Ones(both);
            hits += Ones(both & members[word]);
        }

        return new Found(tests, 2.0 * hits / (holds + size));
    }

    private DescribingRule Counted(Found found, int segment)
    {
        RuleTest[] own = [.. found.Tests.Select(test => tests[test])];
        int holds = 0, hits = 0;
        for (int row = 0; row < assigned.Length; row++)
        {
            bool all = true;
            for (int test = 0; test < own.Length && all; test++)
                all = own[test].Holds(row);
            holds += all ? 1 : 0;
            hits += all && assigned[row] == segment ? 1 : 0;
        }

        return new DescribingRule
        {
            Condition = RuleTest.Condition(own),
            Description = RuleTest.Describe(own),
            Conditions = own.Length,
            Customers = holds,
            Precision = hits / (double)holds,
            Recall = hits / (double)sizes[segment],
        };
    }

    private void AddTests(ProfileColumn column, int index)
    {
        int missing = rows.Count(column.IsMissing);
        if (missing == rows.Length)
            return;
        if (missing > 0)
            tests.Add(RuleTest.Missing(column, index, rows));
        if (column.Numbers is not { } numbers)
        {
            int[] counts = new int[column.Texts.Count];
            foreach (int row in rows)
            {
                if (column.Codes[row] >= 0)
                    counts[column.Codes[row]]++;
            }

            foreach (int code in Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0).OrderByDescending(code => counts[code]).ThenBy(code => code).Take(MostTestedCategories))
                tests.Add(RuleTest.In(column, index, code, rows));
            return;
        }

        double[] sorted = [.. rows.Select(row => numbers[row]).Where(value => !double.IsNaN(value))];
        Array.Sort(sorted);
        double[] distinct = [.. sorted.Distinct().Take(Cuts + 1)];
        // Bounds are values that occur; the least one would hold for everyone.
        double[] bounds = distinct.Length <= Cuts ? distinct : [.. Enumerable.Range(1, Cuts - 1).Select(cut => sorted[(int)((long)sorted.Length * cut / Cuts)]).Distinct()];
        foreach (double bound in bounds.Where(bound => bound > sorted[0]))
        {
            tests.Add(RuleTest.AtLeast(column, index, bound, rows));
            tests.Add(RuleTest.Less(column, index, bound, rows));
        }
    }

    private static int Ones(ulong bits)
    {
#if NET
        return BitOperations.PopCount(bits);
#else
        bits -= (bits >> 1) & 0x5555555555555555UL;
        bits = (bits & 0x3333333333333333UL) + ((bits >> 2) & 0x3333333333333333UL);
        return (int)((((bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0FUL) * 0x0101010101010101UL) >> 56);
#endif
    }

    private readonly struct Found(int[] tests, double f1)
    {
        public int[] Tests { get; } = tests;

        public double F1 { get; } = f1;
    }
}
