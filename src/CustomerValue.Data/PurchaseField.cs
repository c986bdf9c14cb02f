namespace CustomerValue.Data;

/// <summary>The fields of a purchase, in the order in which they are looked for.</summary>
internal enum PurchaseField
{
    Customer,
    Date,
    Amount,
    Cost,
    Order,
    Currency,
    Quantity,
    Product,
    Category,
    Channel,
    Discount,
    Time,
}
