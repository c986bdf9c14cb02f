using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>The tree below one customer, cut to the branches that most is credited for; what is cut stands as "and n more".</summary>
internal sealed class ReferralTree
{
    /// <summary>So many customers stand below the one at the top.</summary>
    internal const int Most = 10;

    private readonly IReadOnlyList<ReferralTreeNode> nodes;
    private readonly decimal[] margin;
    private readonly decimal[] credit;
    private readonly decimal[] marginBelow;
    private readonly decimal[] creditBelow;
    private readonly int[] size;
    private readonly List<int>[] children;
    private readonly bool[] shown;

    public ReferralTree(ReferralLedger ledger, int row)
    {
        IReadOnlyList<ReferralCredit> evidence = ledger.Evidence(row);
        Generations = evidence.Select(each => each.Generation).DefaultIfEmpty(1).Max();
        nodes = ledger.Network.Tree(row, Generations);
        Dictionary<CustomerId, (decimal Margin, decimal Credit)> sums = [];
        foreach (ReferralCredit each in evidence)
        {
            (decimal known, decimal part) = sums.GetValueOrDefault(each.Customer);
            sums[each.Customer] = (known + each.Margin, part + each.Credit);
        }

        (margin, credit) = (new decimal[nodes.Count], new decimal[nodes.Count]);
        children = [.. nodes.Select(_ => new List<int>())];
        for (int node = 1; node < nodes.Count; node++)
        {
            (margin[node], credit[node]) = sums.GetValueOrDefault(nodes[node].Customer);
            children[nodes[node].Parent].Add(node);
        }

        (marginBelow, creditBelow, size) = ([.. margin], [.. credit], new int[nodes.Count]);
        for (int node = nodes.Count - 1; node > 0; node--)
        {
            int parent = nodes[node].Parent;
            marginBelow[parent] += marginBelow[node];
            creditBelow[parent] += creditBelow[node];
            size[parent] += ++size[node];
        }

        foreach (List<int> below in children)
            below.Sort((one, other) => creditBelow[other] != creditBelow[one] ? creditBelow[other].CompareTo(creditBelow[one]) : one.CompareTo(other));
        shown = Choose();
    }

    /// <summary>How many generations are counted, ≥ 1.</summary>
    public int Generations { get; }

    /// <summary>Customers below the one at the top.</summary>
    public int Customers => size[0];

    /// <summary>The rows to draw.</summary>
    public IReadOnlyList<TreeRow> Rows(Page page)
    {
        List<TreeRow> rows = [];
        Add(page, rows, 0, -1);
        return rows;
    }

    /// <summary>The best branches first, however deep; of equal ones the earlier in ordinal order.</summary>
    private bool[] Choose()
    {
        bool[] chosen = new bool[nodes.Count];
        chosen[0] = true;
        PriorityQueue<int, (decimal, int)> open = new(children[0].Select(node => (node, (-creditBelow[node], node))));
        for (int count = 0; count < Most && open.TryDequeue(out int node, out _); count++)
        {
            chosen[node] = true;
            foreach (int below in children[node])
                open.Enqueue(below, (-creditBelow[below], below));
        }

        // One who would stand as "and 1 more" takes no more room as who it is.
        for (int node = 0; node < chosen.Length; node++)
        {
            if (chosen[node] && children[node].Where(below => !chosen[below]).Take(2).ToArray() is [int only] && size[only] == 1)
                chosen[only] = true;
        }

        return chosen;
    }

    private void Add(Page page, List<TreeRow> rows, int node, int parent)
    {
        int own = rows.Count, generation = nodes[node].Generation;
        string name = nodes[node].Customer.Value, gave = page.Format.Money(margin[node]), credited = page.Format.Money(credit[node]);
        rows.Add(node == 0
            ? new(parent, 0, name, 0, Format.Amount((double)marginBelow[0]), Format.Amount((double)creditBelow[0]), name)
            : new(parent, generation, name, (double)margin[node], Format.Amount((double)margin[node]), Format.Amount((double)credit[node]), page.Say(InfluenceTexts.TreeTip, name, generation, gave, credited)));
        foreach (int below in children[node].Where(below => shown[below]))
            Add(page, rows, below, own);
        int[] hidden = [.. children[node].Where(below => !shown[below])];
        if (hidden.Length == 0)
            return;
        decimal moreMargin = hidden.Sum(below => marginBelow[below]), moreCredit = hidden.Sum(below => creditBelow[below]);
        string count = Format.Number(hidden.Sum(below => size[below]));
        rows.Add(new(own, generation + 1, page.Say(InfluenceTexts.TreeMore, count), null, Format.Amount((double)moreMargin), Format.Amount((double)moreCredit), page.Say(InfluenceTexts.TreeMoreTip, count, page.Format.Money(moreMargin), page.Format.Money(moreCredit))));
    }
}
