using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using NodaTime;

namespace CustomerValue.Json.Reading;

/// <summary>Reads orders and their refunds.</summary>
internal static class LoyaltyOrderReader
{
    private const int MostLines = 10_000;

    public static Order Read(StrictObject fields) => new()
    {
        Id = fields["id"].Text(),
        Channel = fields["channel"].TextOrNull(),
        Store = fields["store"].TextOrNull(),
        Payment = fields["payment"].TextOrNull(),
        Lines = [.. Lines(fields["lines"]).Select(line => line.Object(Line)).OfType<OrderLine>()],
    };

    /// <summary>The order by its id or as an object with its id; lines and share beside it or in it.</summary>
    public static OrderRefunded Refund(StrictObject fields, string key, CustomerId member, Instant at)
    {
        StrictValue order = fields["order"];
        List<RefundedLine> lines = [];
        decimal? share = null;
        void Parts(StrictObject part)
        {
            if (!part["lines"].IsMissing)
                lines.AddRange(Lines(part["lines"]).Select(line => line.Object(each => new RefundedLine(each["id"].Text(), each["amount"].Money()))).OfType<RefundedLine>());
            if (!part["share"].IsMissing)
                share = part["share"].Decimal();
        }
        string id = order.IsObject ? order.Object(part =>
        {
            Parts(part);
            return part["id"].Text();
        }) ?? "" : order.Text();
        Parts(fields);
        return new OrderRefunded { Key = key, Member = member, OccurredAt = at, OrderId = id, Lines = lines, Share = share };
    }

    private static IReadOnlyList<StrictValue> Lines(StrictValue value) => value.Array($"an array of at most {MostLines} lines", MostLines);

    private static OrderLine Line(StrictObject fields) => new()
    {
        Id = fields["id"].Text(),
        Product = fields["product"].TextOrNull(),
        Category = fields["category"].TextOrNull(),
        Brand = fields["brand"].TextOrNull(),
        Quantity = fields["quantity"].IsMissing ? 1 : fields["quantity"].Points(),
        Amount = fields["amount"].Money(),
        Eligible = fields["eligible"].Flag(true),
    };
}
