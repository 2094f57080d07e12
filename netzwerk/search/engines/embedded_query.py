"""Turns a SearchRequest into tantivy queries."""

from collections.abc import Iterable, Iterator

from tantivy import Occur, Query, Schema

from netzwerk.search.engines.port import COUNTED_STREAMS, Alternative, Clause, Group, Plan, SearchRequest, Stream


def index_option(stream: Stream) -> str:
    return "freq" if stream in COUNTED_STREAMS else "basic"


class QueryBuilder:
    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def query(self, request: SearchRequest) -> Query:
        """The whole request, with scores."""
        parts = [(Occur.Must, query) for query in self._filters(request)]
        parts += [(Occur.Must, query) for query in self._plan(request.plan)]
        parts += [(Occur.Should, query) for query in self._boosts(request.plan)]
        return Query.boolean_query(parts)

    def count_queries(self, request: SearchRequest) -> Iterator[tuple[list[str], Query]]:
        """Queries for counting, each with the facets it counts: a chosen facet is counted without its own choices."""
        free = [name for name in request.counted if name not in request.chosen]
        wanted = [(free, "")] if free else []
        wanted += [([name], name) for name in request.counted if name in request.chosen]
        for names, without in wanted:
            parts = [(Occur.Must, query) for query in self._filters(request, without)]
            parts += [(Occur.Must, query) for query in self._plan(request.plan)]
            yield names, Query.boolean_query(parts)

    def _filters(self, request: SearchRequest, without: str = "") -> Iterator[Query]:
        """Conditions that add nothing to the score."""
        yield self._one_of("door", request.audience_keys)
        for name, values in request.chosen.items():
            if values and name != without:
                yield self._one_of("facet", [f"{name}={value}" for value in values])
        if request.hidden:
            hidden = Query.term_set_query(self._schema, "object", list(request.hidden))
            yield _unscored(Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, hidden)]))

    def _one_of(self, field: str, values: Iterable[str]) -> Query:
        return _unscored(Query.term_set_query(self._schema, field, list(values)))

    def _plan(self, plan: Plan) -> Iterator[Query]:
        if plan.groups:
            yield Query.boolean_query([(Occur.Should, self._group(group)) for group in plan.groups])

    def _boosts(self, plan: Plan) -> Iterator[Query]:
        yield from (self._clause(clause) for clause in plan.boosts)
        if plan.all_found and len(plan.groups) > 1:
            every = Query.boolean_query([(Occur.Must, self._group(group)) for group in plan.groups])
            yield Query.const_score_query(every, plan.all_found)

    def _group(self, group: Group) -> Query:
        queries = [self._alternative(one) for one in group]
        return queries[0] if len(queries) == 1 else Query.disjunction_max_query(queries)

    def _alternative(self, alternative: Alternative) -> Query:
        clauses = [(Occur.Should, self._clause(clause)) for clause in alternative.clauses]
        return Query.boolean_query(clauses, minimum_number_should_match=alternative.need)

    def _clause(self, clause: Clause) -> Query:
        term = Query.term_query(self._schema, clause.stream.value, clause.token, index_option(clause.stream))
        return Query.boost_query(term, clause.weight)


def _unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)
