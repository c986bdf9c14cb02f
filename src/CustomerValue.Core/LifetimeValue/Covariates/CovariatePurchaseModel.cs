using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>
/// A model of purchases whose parameters differ between customers by what is known of them: α_i = α e^(−γ'z) for purchases, and for leaving
/// β_i = β e^(−γ'z) (Pareto/NBD, GGom/NBD) or a_i = a e^(γ_a'z), b_i = b e^(γ_b'z) (BG/NBD, MBG/NBD). A customer with covariates z
/// has a model of their own, <see cref="For(ReadOnlySpan{double})"/>. Immutable and thread-safe.
/// Source: Fader &amp; Hardie (2007), "Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models".
/// </summary>
public sealed partial class CovariatePurchaseModel
{
    private readonly PurchaseForm form;
    private readonly double[] atZero;
    private readonly Coefficient[] coefficients;

    /// <summary>Makes a model from its parameters.</summary>
    /// <param name="model">One of <see cref="CovariateEstimator.Models"/>.</param>
    /// <param name="unit">The unit of time.</param>
    /// <param name="encoding">How columns become numbers.</param>
    /// <param name="parameters">The model's own parameters, of a customer whose covariates are all 0, finite and &gt; 0, and coefficients such as <c>purchase.age</c>, finite; coefficients left out are 0.</param>
    /// <exception cref="DataRejectedException">Parameters missing, unknown, given twice or out of range; names each.</exception>
    public CovariatePurchaseModel(string model, TimeUnit unit, CovariateEncoding encoding, IEnumerable<ModelParameter> parameters)
        : this(PurchaseForm.Of(model), unit, encoding ?? throw new ArgumentNullException(nameof(encoding)), (parameters ?? throw new ArgumentNullException(nameof(parameters))).ToArray())
    {
    }

    internal CovariatePurchaseModel(PurchaseForm form, TimeUnit unit, CovariateEncoding encoding, double[] atZero, Coefficient[] coefficients)
    {
        _ = unit.Days();
        this.form = form;
        this.atZero = atZero;
        this.coefficients = coefficients;
        Unit = unit;
        Encoding = encoding;
        BaseParameters = form.Form.Names.Zip(atZero, (name, value) => new ModelParameter(name, value)).ToArray();
        Coefficients = coefficients.Select(coefficient => new ModelParameter(CovariateForm.NameOf(coefficient.Process, encoding.Names[coefficient.Column]), coefficient.Value)).ToArray();
        Parameters = [.. BaseParameters, .. Coefficients];
    }

    private CovariatePurchaseModel(PurchaseForm form, TimeUnit unit, CovariateEncoding encoding, ModelParameter[] parameters)
        : this(form, unit, encoding, CovariateParameters.Base(form.Form, encoding, parameters), form.Form.Coefficients(encoding, parameters))
    {
    }

    /// <summary>The model's name, such as <c>pareto-nbd</c>.</summary>
    public string Name => form.Form.Name;

    /// <summary>The unit of recency, age and horizons.</summary>
    public TimeUnit Unit { get; }

    /// <summary>How columns become the numbers that the model takes; encode new customers by it.</summary>
    public CovariateEncoding Encoding { get; }

    /// <summary>The model's own parameters, of a customer whose covariates are all 0, in the order of the literature.</summary>
    public IReadOnlyList<ModelParameter> BaseParameters { get; }

    /// <summary>The coefficients by name, such as <c>purchase.gender=F</c>: per unit of the column, the purchase rate (<c>purchase</c>), the rate of leaving (<c>life</c>) or the odds of leaving (<c>a</c>) are multiplied by e^γ.</summary>
    public IReadOnlyList<ModelParameter> Coefficients { get; }

    /// <summary><see cref="BaseParameters"/> and then <see cref="Coefficients"/>.</summary>
    public IReadOnlyList<ModelParameter> Parameters { get; }

    /// <summary>The model of a customer with these covariates.</summary>
    /// <param name="covariates">Finite numbers in the order of the encoding's names.</param>
    /// <exception cref="DataRejectedException">The covariates lie so far outside that a parameter is 0 or infinite.</exception>
    public PurchaseModel For(ReadOnlySpan<double> covariates)
    {
        CovariateParameters.Row(covariates, Encoding);
        return form.Make(form.Form.Parameters(atZero, coefficients, covariates), Unit);
    }

    /// <summary>The model of customer <paramref name="row"/> of a table encoded by <see cref="Encoding"/>.</summary>
    public PurchaseModel For(CovariateTable covariates, int row)
    {
        CovariateCheck.Encoded(covariates, Encoding);
        return For(covariates[row]);
    }
}
