using CustomerValue.Customers;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>Gamma-Gamma whose scale differs between customers by what is known of them: v_i = v e^(γ'z_i). Immutable and thread-safe.</summary>
public sealed class CovariateSpendModel
{
    private static readonly CovariateForm Form = CovariateSpendEstimator.Form;

    private readonly double[] atZero;
    private readonly Coefficient[] coefficients;

    /// <summary>Makes a model from its parameters.</summary>
    /// <param name="encoding">How columns become numbers.</param>
    /// <param name="parameters">p, q and v of a customer whose covariates are all 0, finite and &gt; 0, and coefficients such as <c>spend.age</c>, finite; coefficients left out are 0.</param>
    /// <exception cref="DataRejectedException">Parameters missing, unknown, given twice or out of range; names each.</exception>
    public CovariateSpendModel(CovariateEncoding encoding, IEnumerable<ModelParameter> parameters)
        : this(encoding ?? throw new ArgumentNullException(nameof(encoding)), (parameters ?? throw new ArgumentNullException(nameof(parameters))).ToArray())
    {
    }

    internal CovariateSpendModel(CovariateEncoding encoding, double[] atZero, Coefficient[] coefficients)
    {
        this.atZero = atZero;
        this.coefficients = coefficients;
        Encoding = encoding;
        Coefficients = coefficients.Select(coefficient => new ModelParameter(CovariateForm.NameOf(coefficient.Process, encoding.Names[coefficient.Column]), coefficient.Value)).ToArray();
        Parameters = [.. Form.Names.Zip(atZero, (name, value) => new ModelParameter(name, value)), .. Coefficients];
    }

    private CovariateSpendModel(CovariateEncoding encoding, ModelParameter[] parameters)
        : this(encoding, CovariateParameters.Base(Form, encoding, parameters), Form.Coefficients(encoding, parameters))
    {
    }

    /// <summary>The model's name: <c>gamma-gamma</c>.</summary>
    public string Name { get; } = Form.Name;

    /// <summary>How columns become the numbers that the model takes; encode new customers by it.</summary>
    public CovariateEncoding Encoding { get; }

    /// <summary>The coefficients by name, such as <c>spend.gender=F</c>: per unit of the column the mean spend is multiplied by e^γ.</summary>
    public IReadOnlyList<ModelParameter> Coefficients { get; }

    /// <summary>p, q and v of a customer whose covariates are all 0, and then <see cref="Coefficients"/>.</summary>
    public IReadOnlyList<ModelParameter> Parameters { get; }

    /// <summary>The model of a customer with these covariates.</summary>
    /// <param name="covariates">Finite numbers in the order of the encoding's names.</param>
    /// <exception cref="DataRejectedException">The covariates lie so far outside that v is 0 or infinite.</exception>
    public SpendModel For(ReadOnlySpan<double> covariates)
    {
        CovariateParameters.Row(covariates, Encoding);
        double[] theta = Form.Parameters(atZero, coefficients, covariates);
        return new GammaGammaModel(theta[0], theta[1], theta[2]);
    }

    /// <summary>Expected value of a purchase of every customer; allocates per distinct row of covariates, not per customer.</summary>
    /// <param name="columns">Columns with spend.</param>
    /// <param name="covariates">A row for every customer, encoded by <see cref="Encoding"/>.</param>
    /// <param name="expected">One value a row, written.</param>
    public void ExpectedSpend(SummaryColumns columns, CovariateTable covariates, Span<double> expected)
    {
        CovariateCheck.Score(columns, covariates, Encoding);
        ColumnCheck.Length(columns, expected.Length);
        if (!columns.HasSpend)
            throw new ArgumentException("The columns have no spend; summarise purchases with amounts.", nameof(columns));
        SpendModel[] models = new SpendModel[covariates.Kinds];
        for (int kind = 0; kind < models.Length; kind++)
            models[kind] = For(covariates.Kind(kind));
        for (int row = 0; row < columns.Count; row++)
            expected[row] = models[covariates.KindOf[row]].ExpectedSpend(columns.Frequency[row], columns.Spend[row]);
    }
}
