using System.Collections.ObjectModel;
using CustomerValue.Customers;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>
/// Who bought which product, how often, for how much and when last: a sparse table, kept by customer and by product. Customers and products
/// are in the ordinal order of their keys, so the order of purchases never shows. Immutable and thread-safe.
/// </summary>
public sealed class Interactions
{
    private readonly CustomerId[] customers;
    private readonly string[] products;
    private readonly InteractionCells cells;

    private Interactions(CustomerId[] customers, string[] products, InteractionCells cells, LocalDate? lastDay, long withoutProduct)
    {
        this.customers = customers;
        this.products = products;
        this.cells = cells;
        Products = Array.AsReadOnly(products);
        LastDay = lastDay;
        PurchasesWithoutProduct = withoutProduct;
    }

    /// <summary>
    /// Counts purchases by customer and product. A line with a negative amount or quantity is a refund: it lowers the amount, and a product whose
    /// whole amount was given back, or which was only ever given back, is not owned.
    /// </summary>
    /// <param name="purchases">The lines, in any order, of one currency. Lines without a product are left out and counted.</param>
    /// <param name="before">Only lines of days before this one; null for all.</param>
    /// <exception cref="DataRejectedException">Lines have no customer or different currencies; names each.</exception>
    public static Interactions Of(IEnumerable<Purchase> purchases, LocalDate? before = null)
    {
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        InteractionLines lines = InteractionLines.Read(purchases, before);
        InteractionCells cells = InteractionCells.Of(lines);
        return new Interactions(lines.Customers, lines.Products, cells, cells.LastDays.Length == 0 ? null : PurchaseSummaries.Epoch.PlusDays(cells.LastDays.Max()), lines.WithoutProduct);
    }

    /// <summary>The customers, in ordinal order; one whose every product was given back is there too, with no product.</summary>
    public ReadOnlySpan<CustomerId> Customers => customers;

    /// <summary>The products, in ordinal order; also those that nobody owns any more.</summary>
    public ReadOnlyCollection<string> Products { get; }

    /// <summary>How many pairs of customer and product there are.</summary>
    public int Count => cells.Products.Length;

    /// <summary>The last day on which anything was bought; null where nothing was.</summary>
    public LocalDate? LastDay { get; }

    /// <summary>Lines that named no product and are left out.</summary>
    public long PurchasesWithoutProduct { get; }

    /// <summary>The products of a customer, rising.</summary>
    /// <param name="customer">Row in <see cref="Customers"/>.</param>
    public ReadOnlySpan<int> ProductsOf(int customer) => Row(cells.Products, customer);

    /// <summary>How many lines bought each of <see cref="ProductsOf"/>, ≥ 1.</summary>
    /// <param name="customer">Row in <see cref="Customers"/>.</param>
    public ReadOnlySpan<double> CountsOf(int customer) => Row(cells.Counts, customer);

    /// <summary>What was paid for each of <see cref="ProductsOf"/> in all, refunds taken off, in major units.</summary>
    /// <param name="customer">Row in <see cref="Customers"/>.</param>
    public ReadOnlySpan<double> AmountsOf(int customer) => Row(cells.Amounts, customer);

    /// <summary>The day of the last purchase of each of <see cref="ProductsOf"/>, in days from 1970-01-01.</summary>
    /// <param name="customer">Row in <see cref="Customers"/>.</param>
    public ReadOnlySpan<int> LastDaysOf(int customer) => Row(cells.LastDays, customer);

    /// <summary>The customers who own a product, rising.</summary>
    /// <param name="product">Place in <see cref="Products"/>.</param>
    public ReadOnlySpan<int> CustomersOf(int product) => Column(cells.Customers, product);

    /// <summary>How many lines of each of <see cref="CustomersOf"/> bought the product, ≥ 1.</summary>
    /// <param name="product">Place in <see cref="Products"/>.</param>
    public ReadOnlySpan<double> CountsByCustomer(int product) => Column(cells.CountsByProduct, product);

    /// <summary>The row of a customer, or −1.</summary>
    public int RowOf(CustomerId customer) => Math.Max(-1, Array.BinarySearch(customers, customer));

    /// <summary>The place of a product in <see cref="Products"/>, or −1.</summary>
    public int PlaceOf(string product) => Math.Max(-1, Array.BinarySearch(products, product ?? throw new ArgumentNullException(nameof(product)), StringComparer.Ordinal));

    private ReadOnlySpan<T> Row<T>(T[] values, int customer) => values.AsSpan(cells.RowStarts[customer], cells.RowStarts[customer + 1] - cells.RowStarts[customer]);

    private ReadOnlySpan<T> Column<T>(T[] values, int product) => values.AsSpan(cells.ColumnStarts[product], cells.ColumnStarts[product + 1] - cells.ColumnStarts[product]);
}
