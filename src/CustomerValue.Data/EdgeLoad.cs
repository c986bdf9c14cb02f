using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Data;

/// <summary>One reading of edges.</summary>
internal sealed class EdgeLoad
{
    private const int From = 0, To = 1, Probability = 2;
    private readonly FieldReader reader;
    private readonly bool hasProbabilities;
    private readonly bool closed;
    private readonly Dictionary<CustomerId, int> nodes = [];
    private readonly List<int> from = [];
    private readonly List<int> to = [];
    private readonly List<double> probabilities = [];

    public EdgeLoad(FieldReader reader, IEnumerable<CustomerId>? customers, bool hasProbabilities)
    {
        (this.reader, this.hasProbabilities, closed) = (reader, hasProbabilities, customers is not null);
        foreach (CustomerId customer in customers ?? [])
            nodes.TryAdd(customer, nodes.Count);
    }

    /// <summary>Reads all rows.</summary>
    /// <param name="mayTellSize">Whether the first row may tell how many nodes and edges follow. It does where as many follow, all between nodes from 0 up.</param>
    public EdgeTable Read(bool mayTellSize)
    {
        if (mayTellSize && reader.Next() && reader.Number(From) is var told && reader.Number(To) is var edges)
        {
            (CustomerId first, CustomerId second, long row) = (reader.Customer(From), reader.Customer(To), reader.Rows.Row);
            ReadRows();
            if (edges != from.Count || !(told >= 1 && told <= int.MaxValue) || !nodes.Keys.All(node => IsNode(node, told)))
                Add(row, first, second, 0);
            else if (!closed)
                AddNodes((int)told);
        }
        else
        {
            ReadRows();
        }

        reader.Log.ThrowIfAny();
        return Table();
    }

    private static bool IsNode(CustomerId customer, double nodes) => int.TryParse(customer.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int node) && node < nodes;

    private void ReadRows()
    {
        while (reader.Next())
        {
            (CustomerId first, CustomerId second) = (reader.Customer(From), reader.Customer(To));
            double probability = hasProbabilities ? reader.Number(Probability) : 0;
            if (reader.Good && probability is < 0 or > 1)
                reader.Refuse(Probability, "is no probability; give a number in [0, 1].");
            if (reader.Good)
                Add(reader.Rows.Row, first, second, probability);
        }
    }

    private void AddNodes(int count)
    {
        for (int node = 0; node < count; node++)
            nodes.TryAdd(new(node.ToString(CultureInfo.InvariantCulture)), nodes.Count);
    }

    private void Add(long row, CustomerId first, CustomerId second, double probability)
    {
        if (Node(row, "from", first) is not int left || Node(row, "to", second) is not int right)
            return;
        from.Add(left);
        to.Add(right);
        probabilities.Add(probability);
    }

    private int? Node(long row, string field, CustomerId customer)
    {
        if (nodes.TryGetValue(customer, out int node))
            return node;
        if (closed)
        {
            reader.Log.Add(new DataProblem { Source = reader.Rows.Source, Row = row, Field = field, Value = customer.Value, Message = "is not among the customers; add the customer or leave the edge out." });
            return null;
        }

        nodes.Add(customer, nodes.Count);
        return nodes.Count - 1;
    }

    /// <summary>Customers in ordinal order, edges by their places.</summary>
    private EdgeTable Table()
    {
        CustomerId[] order = [.. nodes.Keys.Order()];
        int[] place = new int[order.Length];
        for (int row = 0; row < order.Length; row++)
            place[nodes[order[row]]] = row;
        return new()
        {
            Customers = order,
            From = from.ConvertAll(node => place[node]).ToArray(),
            To = to.ConvertAll(node => place[node]).ToArray(),
            Probability = hasProbabilities ? [.. probabilities] : null,
        };
    }
}
