"""A plan in tantivy's words."""

from collections.abc import Iterable, Iterator

from tantivy import Occur, Query, Schema

from netzwerk.search.engines.port import COUNTED_STREAMS, Alternative, Clause, Group, Plan, SearchRequest, Stream


def index_option(stream: Stream) -> str:
    return "freq" if stream in COUNTED_STREAMS else "basic"


class QueryMaker:
    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def query(self, request: SearchRequest) -> Query:
        """Everything that is asked, with scores."""
        parts = [(Occur.Must, query) for query in self._limits(request)]
        parts += [(Occur.Must, query) for query in self._plan(request.plan)]
        parts += [(Occur.Should, query) for query in self._boosts(request.plan)]
        return Query.boolean_query(parts)

    def count_queries(self, request: SearchRequest) -> Iterator[tuple[list[str], Query]]:
        """For each set of facets the query whose values are counted: their own choices do not count."""
        free = [name for name in request.counted if name not in request.chosen]
        wanted = [(free, "")] if free else []
        wanted += [([name], name) for name in request.counted if name in request.chosen]
        for names, without in wanted:
            found = [(Occur.Must, query) for query in self._limits(request, without)]
            found += [(Occur.Must, query) for query in self._plan(request.plan)]
            yield names, Query.boolean_query(found)

    def _limits(self, request: SearchRequest, without: str = "") -> Iterator[Query]:
        """What must hold and adds nothing to a score."""
        yield self._one_of("door", request.audience_keys)
        for name, values in request.chosen.items():
            if values and name != without:
                yield self._one_of("facet", [f"{name}={value}" for value in values])
        if request.hidden:
            hidden = Query.term_set_query(self._schema, "object", list(request.hidden))
            yield _silent(Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, hidden)]))

    def _one_of(self, field: str, values: Iterable[str]) -> Query:
        return _silent(Query.term_set_query(self._schema, field, list(values)))

    def _plan(self, plan: Plan) -> Iterator[Query]:
        if plan.groups:
            yield Query.boolean_query([(Occur.Should, self._group(group)) for group in plan.groups])

    def _boosts(self, plan: Plan) -> Iterator[Query]:
        yield from (self._clause(clause) for clause in plan.boosts)
        if plan.all_found and len(plan.groups) > 1:
            every = Query.boolean_query([(Occur.Must, self._group(group)) for group in plan.groups])
            yield Query.const_score_query(every, plan.all_found)

    def _group(self, group: Group) -> Query:
        ways = [self._way(way) for way in group]
        return ways[0] if len(ways) == 1 else Query.disjunction_max_query(ways)

    def _way(self, way: Alternative) -> Query:
        clauses = [(Occur.Should, self._clause(clause)) for clause in way.clauses]
        return Query.boolean_query(clauses, minimum_number_should_match=way.need)

    def _clause(self, clause: Clause) -> Query:
        term = Query.term_query(self._schema, clause.stream.value, clause.token, index_option(clause.stream))
        return Query.boost_query(term, clause.weight)


def _silent(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)
